package org.mxcensus.lab.smtp;

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
import org.mxcensus.lab.tls.ServerTls;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;

/// One conversation, from the server's side.
final class Dialogue extends SimpleChannelInboundHandler<String> {

    // RFC 8446 §6: content type alert, level fatal, handshake_failure.
    private static final byte[] HANDSHAKE_FAILURE = HexFormat.of().parseHex("15030300020228");
    private static final byte[] NO_TLS =
            "This is not TLS, and will not become it.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final String address;
    private final HostSpec host;
    private final SmtpBehaviour behaviour;
    private final ServerTls tls;
    private final SmtpCounters counters;
    private boolean encrypted;
    private int linesSinceFlush;
    private boolean deaf;

    Dialogue(String address, HostSpec host, ServerTls tls, SmtpCounters counters) {
        this.address = address;
        this.host = host;
        this.behaviour = host.smtp().behaviour();
        this.tls = tls;
        this.counters = counters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        switch (behaviour) {
            case SILENT -> deaf = true;
            case RESET -> reset(context);
            case DEFERRED -> sayAndClose(context, "421 4.3.2 " + host.name() + " is busy, come back later");
            case BLOCKED -> sayAndClose(context, "554 5.7.1 " + host.name() + " does not talk to your address");
            case NO_SERVICE -> sayAndClose(context, "521 5.3.2 " + host.name() + " accepts no mail");
            case GARBAGE -> say(context, "SSH-2.0-lab");
            // Nobody listens where every connection is refused.
            case REFUSED -> reset(context);
            case STARTTLS,
                    PLAIN,
                    STARTTLS_REFUSED_TEMPORARY,
                    STARTTLS_REFUSED,
                    HANDSHAKE_FAILED,
                    HANDSHAKE_GARBAGE,
                    HANDSHAKE_CLOSED,
                    HANDSHAKE_SILENT,
                    DEFERRED_EHLO,
                    EHLO_REJECTED,
                    HELO_ONLY -> say(context, "220 " + host.name() + " ESMTP mxcensus lab");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, String line) {
        if (deaf) {
            return;
        }
        linesSinceFlush++;
        if (linesSinceFlush == 2) {
            counters.pipelined();
        }
        String verb = line.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        counters.command(verb);
        switch (verb) {
            case "EHLO" -> ehlo(context, line);
            case "HELO" -> helo(context, line);
            case "STARTTLS" -> startTls(context);
            case "NOOP", "RSET" -> say(context, "250 2.0.0 OK");
            case "QUIT" -> sayAndClose(context, "221 2.0.0 " + host.name() + " closes");
            // Nobody is to send mail to a lab.
            case "MAIL", "RCPT", "DATA", "AUTH" -> say(context, "550 5.7.1 no mail here");
            case "VRFY", "EXPN" -> say(context, "252 2.1.5 cannot say");
            default -> say(context, "500 5.5.2 unknown command");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        linesSinceFlush = 0;
        context.flush();
    }

    private void ehlo(ChannelHandlerContext context, String line) {
        introduced(line);
        switch (behaviour) {
            case DEFERRED_EHLO -> say(context, "451 4.7.1 come back later");
            case EHLO_REJECTED -> say(context, "550 5.5.0 not understood");
            case HELO_ONLY -> say(context, "502 5.5.1 unknown command");
            case GARBAGE -> say(context, "Protocol mismatch.");
            case STARTTLS,
                    PLAIN,
                    STARTTLS_REFUSED_TEMPORARY,
                    STARTTLS_REFUSED,
                    HANDSHAKE_FAILED,
                    HANDSHAKE_GARBAGE,
                    HANDSHAKE_CLOSED,
                    HANDSHAKE_SILENT,
                    DEFERRED,
                    BLOCKED,
                    NO_SERVICE,
                    REFUSED,
                    SILENT,
                    RESET -> say(context, extensions());
        }
    }

    private String extensions() {
        // RFC 3207 §4.2: after STARTTLS it is not offered again.
        String startTls = behaviour.offersStartTls() && !encrypted ? "250-STARTTLS\r\n" : "";
        return "250-" + host.name() + "\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n" + startTls
                + "250-ENHANCEDSTATUSCODES\r\n250 8BITMIME";
    }

    private void helo(ChannelHandlerContext context, String line) {
        introduced(line);
        switch (behaviour) {
            case DEFERRED_EHLO -> say(context, "451 4.7.1 come back later");
            case EHLO_REJECTED -> say(context, "550 5.5.0 not understood");
            case GARBAGE -> say(context, "Protocol mismatch.");
            case STARTTLS,
                    PLAIN,
                    STARTTLS_REFUSED_TEMPORARY,
                    STARTTLS_REFUSED,
                    HANDSHAKE_FAILED,
                    HANDSHAKE_GARBAGE,
                    HANDSHAKE_CLOSED,
                    HANDSHAKE_SILENT,
                    HELO_ONLY,
                    DEFERRED,
                    BLOCKED,
                    NO_SERVICE,
                    REFUSED,
                    SILENT,
                    RESET -> say(context, "250 " + host.name());
        }
    }

    private void introduced(String line) {
        String[] words = line.strip().split("\\s+");
        counters.introduced(words.length > 1 ? words[1] : "");
    }

    private void startTls(ChannelHandlerContext context) {
        if (encrypted || !behaviour.offersStartTls()) {
            say(context, "503 5.5.1 not now");
            return;
        }
        switch (behaviour) {
            case STARTTLS_REFUSED_TEMPORARY -> say(context, "454 4.7.0 TLS is not available for now");
            case STARTTLS_REFUSED -> say(context, "502 5.5.1 STARTTLS is switched off");
            case HANDSHAKE_FAILED -> fail(context, HANDSHAKE_FAILURE);
            case HANDSHAKE_GARBAGE -> fail(context, NO_TLS);
            case HANDSHAKE_CLOSED -> sayAndClose(context, "220 2.0.0 go ahead");
            case HANDSHAKE_SILENT -> {
                say(context, "220 2.0.0 go ahead");
                deaf = true;
            }
            case STARTTLS -> encrypt(context);
            case PLAIN,
                    DEFERRED,
                    DEFERRED_EHLO,
                    BLOCKED,
                    NO_SERVICE,
                    EHLO_REJECTED,
                    HELO_ONLY,
                    REFUSED,
                    SILENT,
                    RESET,
                    GARBAGE -> throw new IllegalStateException(behaviour + " offers no STARTTLS");
        }
    }

    private void encrypt(ChannelHandlerContext context) {
        say(context, "220 2.0.0 go ahead");
        encrypted = true;
        SslHandler handler = tls.handler(context.alloc(), address, host.smtp().tls());
        context.pipeline().addFirst(handler);
    }

    /// Lets the client speak first, so that the bytes meet its handshake.
    private void fail(ChannelHandlerContext context, byte[] bytes) {
        say(context, "220 2.0.0 go ahead");
        deaf = true;
        context.pipeline().addFirst(new AnswerOnce(bytes));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            counters.handshake();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that breaks off or does not like the certificate: everyday life of a mail server.
        context.close();
    }

    private static void say(ChannelHandlerContext context, String reply) {
        context.writeAndFlush(Unpooled.copiedBuffer(reply + "\r\n", StandardCharsets.US_ASCII));
    }

    private void sayAndClose(ChannelHandlerContext context, String reply) {
        deaf = true;
        context.writeAndFlush(Unpooled.copiedBuffer(reply + "\r\n", StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void reset(ChannelHandlerContext context) {
        deaf = true;
        // A linger of zero turns the close into a reset.
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
    }
}
