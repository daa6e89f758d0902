package org.mxcensus.lab.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.mxcensus.lab.smtp.Script.Introduction;
import org.mxcensus.lab.smtp.Script.Opening;
import org.mxcensus.lab.smtp.Script.StartTls;
import org.mxcensus.lab.tls.ServerTls;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;

/// One conversation, from the server's side.
final class Dialogue extends SimpleChannelInboundHandler<String> {

    // RFC 8446 §6: content type alert, level fatal, handshake_failure.
    private static final byte[] HANDSHAKE_FAILURE = HexFormat.of().parseHex("15030300020228");
    private static final byte[] NO_TLS =
            "This is not TLS, and will not become it.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final String GO_AHEAD = "220 2.0.0 go ahead";

    private final String address;
    private final HostSpec host;
    private final Script script;
    private final ServerTls tls;
    private final SmtpCounters counters;
    private boolean encrypted;
    private boolean deaf;
    private int linesAtOnce;

    /// @param behaviour of the host towards this client
    Dialogue(String address, HostSpec host, SmtpBehaviour behaviour, ServerTls tls, SmtpCounters counters) {
        this.address = address;
        this.host = host;
        this.script = Script.of(behaviour);
        this.tls = tls;
        this.counters = counters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        switch (script.opening()) {
            case Opening.Greet greeting -> say(context, greeting.reply());
            case Opening.TurnAway refusal -> sayAndClose(context, refusal.reply());
            case Opening.Silence silence -> deaf = true;
            case Opening.Reset reset -> reset(context);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, String line) {
        if (deaf) {
            return;
        }
        linesAtOnce++;
        if (linesAtOnce == 2) {
            counters.pipelined();
        }
        String[] words = line.strip().split("\\s+");
        String verb = words[0].toUpperCase(Locale.ROOT);
        counters.command(verb);
        switch (verb) {
            case "EHLO" -> introduce(context, words, script.ehlo(), extensions());
            case "HELO" -> introduce(context, words, script.helo(), "250 %s");
            case "STARTTLS" -> startTls(context);
            case "NOOP", "RSET" -> say(context, "250 2.0.0 OK");
            case "QUIT" -> sayAndClose(context, "221 2.0.0 %s closes");
            // Nobody is to send mail to a lab.
            case "MAIL", "RCPT", "DATA", "AUTH" -> say(context, "550 5.7.1 no mail here");
            case "VRFY", "EXPN" -> say(context, "252 2.1.5 cannot say");
            default -> say(context, "500 5.5.2 unknown command");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        linesAtOnce = 0;
    }

    private void introduce(ChannelHandlerContext context, String[] words, Introduction answer, String welcome) {
        counters.introduced(words.length > 1 ? words[1] : "");
        switch (answer) {
            case Introduction.Welcome accepted -> say(context, welcome);
            case Introduction.Reply reply -> say(context, reply.text());
        }
    }

    private String extensions() {
        // RFC 3207 §4.2: after STARTTLS it is not offered again.
        boolean offered = script.startTls() != StartTls.NOT_OFFERED && !encrypted;
        return "250-%s\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n"
                + (offered ? "250-STARTTLS\r\n" : "")
                + "250-ENHANCEDSTATUSCODES\r\n250 8BITMIME";
    }

    private void startTls(ChannelHandlerContext context) {
        if (encrypted) {
            say(context, "503 5.5.1 not twice");
            return;
        }
        switch (script.startTls()) {
            case NOT_OFFERED -> say(context, "502 5.5.1 unknown command");
            case HANDSHAKE -> encrypt(context);
            case REFUSE_FOR_NOW -> say(context, "454 4.7.0 TLS is not available for now");
            case REFUSE -> say(context, "502 5.5.1 STARTTLS is switched off");
            case SEND_ALERT -> spoil(context, HANDSHAKE_FAILURE);
            case SEND_GARBAGE -> spoil(context, NO_TLS);
            case CLOSE -> spoil(context, NOTHING);
            case FALL_SILENT -> {
                say(context, GO_AHEAD);
                deaf = true;
            }
        }
    }

    private void encrypt(ChannelHandlerContext context) {
        say(context, GO_AHEAD);
        encrypted = true;
        SslHandler handler = tls.handler(context.alloc(), address, host.smtp().tls());
        context.pipeline().addFirst(handler);
    }

    /// Lets the client speak first, so that the bytes meet its handshake. Nothing of it is left unread when the
    /// connection closes: the kernel would reset it instead.
    private void spoil(ChannelHandlerContext context, byte[] bytes) {
        say(context, GO_AHEAD);
        deaf = true;
        context.pipeline().addFirst(new AnswerOnce(bytes));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            counters.handshake(
                    address,
                    ServerTls.named(context.pipeline()
                                    .get(SslHandler.class)
                                    .engine()
                                    .getSession())
                            .orElse(""));
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that breaks off or does not like the certificate: everyday life of a mail server.
        context.close();
    }

    private void say(ChannelHandlerContext context, String reply) {
        context.writeAndFlush(bytes(reply));
    }

    private void sayAndClose(ChannelHandlerContext context, String reply) {
        deaf = true;
        context.writeAndFlush(bytes(reply)).addListener(ChannelFutureListener.CLOSE);
    }

    private ByteBuf bytes(String reply) {
        return Unpooled.copiedBuffer(reply.replace("%s", host.name()) + "\r\n", StandardCharsets.US_ASCII);
    }

    private void reset(ChannelHandlerContext context) {
        deaf = true;
        // A linger of zero turns the close into a reset.
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
    }
}
