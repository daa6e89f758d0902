package org.mxcensus.lab.smtp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Locale;
import java.util.Optional;
import org.mxcensus.lab.net.FirstBytes;
import org.mxcensus.lab.tls.ServerTls;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Stage;
import org.mxcensus.lab.world.TlsSpec;

/// One conversation, from the server's side.
final class Dialogue extends SimpleChannelInboundHandler<String> {

    private final String address;
    private final SmtpSpec smtp;
    private final Script script;
    private final Wording wording;
    private final Voice voice;
    private final ServerTls tls;
    private final SmtpCounters counters;
    private boolean encrypted;
    private int linesAtOnce;

    /// @param script the host's part towards this client
    Dialogue(String address, HostSpec host, Script script, ServerTls tls, SmtpCounters counters) {
        this.address = address;
        this.smtp = host.smtp();
        this.script = script;
        this.wording = new Wording(smtp.speech(), smtp.offer());
        this.voice = new Voice(host.name(), wording);
        this.tls = tls;
        this.counters = counters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (smtp.limit().filter(limit -> counters.exceeds(address, limit)).isPresent()) {
            counters.turnedAway();
            voice.take(context, new Turn.TurnAway("421 4.7.0 %s too many connections from your address"));
            return;
        }
        Optional<Turn> atOnce = script.turn(Stage.CONNECT);
        Optional<Turn> greeting = script.turn(Stage.GREETING);
        if (atOnce.isPresent()) {
            voice.take(context, atOnce.get());
        } else if (greeting.isPresent()) {
            voice.takeAmidGreeting(context, greeting.get());
        } else {
            voice.greet(context);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, String line) {
        if (voice.isGone()) {
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
            case "EHLO" ->
                introduce(context, words, wording.welcome(script.goAhead().isPresent(), encrypted), false);
            case "HELO" -> introduce(context, words, "250 %s", script.helo());
            case "STARTTLS" -> startTls(context);
            case "NOOP", "RSET" -> voice.say(context, "250 2.0.0 OK");
            case "QUIT" ->
                voice.take(context, script.turn(Stage.QUIT).orElse(new Turn.TurnAway("221 2.0.0 %s closes")));
            // Nobody is to send mail to a lab.
            case "MAIL", "RCPT", "DATA", "AUTH" -> voice.say(context, "550 5.7.1 no mail here");
            case "VRFY", "EXPN" -> voice.say(context, "252 2.1.5 cannot say");
            default -> voice.say(context, "500 5.5.2 unknown command");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        linesAtOnce = 0;
    }

    private void introduce(ChannelHandlerContext context, String[] words, String welcome, boolean welcomeAnyway) {
        counters.introduced(words.length > 1 ? words[1] : "");
        Stage stage = encrypted ? Stage.EHLO_AFTER_TLS : Stage.EHLO;
        Turn polite = new Turn.Say(welcome);
        voice.take(context, welcomeAnyway ? polite : script.turn(stage).orElse(polite));
    }

    private void startTls(ChannelHandlerContext context) {
        if (encrypted) {
            voice.say(context, "503 5.5.1 not twice");
            return;
        }
        Optional<Turn> refusal = script.turn(Stage.STARTTLS);
        if (refusal.isPresent() || script.goAhead().isEmpty()) {
            voice.take(context, refusal.orElse(new Turn.Say("502 5.5.1 unknown command")));
            return;
        }
        voice.say(context, script.goAhead().get());
        Optional<Turn> failure = script.turn(Stage.HANDSHAKE);
        if (failure.isPresent()) {
            context.pipeline().addFirst(new FirstBytes(() -> voice.take(context, failure.get())));
        } else {
            encrypted = true;
            TlsSpec how = smtp.tls();
            context.pipeline().addFirst(tls.handler(address, how.support(), how.group()));
        }
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
}
