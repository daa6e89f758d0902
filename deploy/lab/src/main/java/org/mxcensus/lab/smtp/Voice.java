package org.mxcensus.lab.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.mxcensus.lab.net.Resetting;

/// Says what a server says, and leaves as it leaves.
final class Voice {

    /// From the beginning of a greeting to its breaking off: so the client has heard the beginning.
    private static final long BREAK_MILLIS = 50;

    private final String hostName;
    private final Wording wording;
    private boolean gone;

    Voice(String hostName, Wording wording) {
        this.hostName = hostName;
        this.wording = wording;
    }

    /// Whether nothing more is said or listened to.
    boolean isGone() {
        return gone;
    }

    void say(ChannelHandlerContext context, String reply) {
        context.writeAndFlush(octets(reply + "\r\n"));
    }

    void take(ChannelHandlerContext context, Turn turn) {
        gone = !(turn instanceof Turn.Say);
        switch (turn) {
            case Turn.Say say -> say(context, say.reply());
            case Turn.TurnAway away ->
                context.writeAndFlush(octets(away.reply() + "\r\n")).addListener(ChannelFutureListener.CLOSE);
            case Turn.Send send ->
                context.writeAndFlush(Unpooled.wrappedBuffer(send.octets())).addListener(ChannelFutureListener.CLOSE);
            case Turn.Silence _ -> {}
            case Turn.Close _ -> context.close();
            case Turn.Reset _ -> reset(context);
        }
    }

    /// What is said is said in place of the greeting; other things happen in the middle of it.
    void takeAmidGreeting(ChannelHandlerContext context, Turn turn) {
        if (turn instanceof Turn.Say || turn instanceof Turn.TurnAway) {
            take(context, turn);
            return;
        }
        context.writeAndFlush(octets(wording.broken()));
        context.executor().schedule(() -> take(context, turn), BREAK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void greet(ChannelHandlerContext context) {
        next(context, wording.greeting());
    }

    private void next(ChannelHandlerContext context, Wording.Greeting greeting) {
        if (!context.channel().isActive() || !greeting.pieces().hasNext()) {
            return;
        }
        context.writeAndFlush(octets(greeting.pieces().next())).addListener(sent -> {
            if (sent.isSuccess() && greeting.pieces().hasNext()) {
                context.executor()
                        .schedule(() -> next(context, greeting), greeting.pauseMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private ByteBuf octets(String text) {
        return Unpooled.copiedBuffer(wording.ended(text.replace("%s", hostName)), StandardCharsets.ISO_8859_1);
    }

    private static void reset(ChannelHandlerContext context) {
        context.pipeline().get(Presence.class).leave();
        Resetting.reset(context.channel());
    }
}
