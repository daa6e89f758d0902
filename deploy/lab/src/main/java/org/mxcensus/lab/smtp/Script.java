package org.mxcensus.lab.smtp;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Stage;

/// How a mail server's part goes, word by word. `%s` stands for the host's name.
///
/// @param turns what it does otherwise than a polite server
/// @param helo whether HELO is welcome where EHLO is not
/// @param goAhead the reply to STARTTLS, where it agrees; empty where it has no STARTTLS
record Script(Map<Stage, Turn> turns, boolean helo, Optional<String> goAhead) {

    private static final String GO_AHEAD = "220 2.0.0 go ahead";
    private static final byte[] NO_TLS =
            "This is not TLS, and will not become it.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Turn UNKNOWN = new Turn.Say("502 5.5.1 unknown command");

    /// What the server does at a stage; empty for what a polite server does.
    Optional<Turn> turn(Stage stage) {
        return Optional.ofNullable(turns.get(stage));
    }

    /// The same part, but at a stage.
    Script with(Stage stage, Turn turn) {
        Map<Stage, Turn> others = new EnumMap<>(Stage.class);
        others.putAll(turns);
        others.put(stage, turn);
        return new Script(others, helo, goAhead);
    }

    /// The part that a behaviour plays towards a client that has been there before.
    static Script of(SmtpSpec smtp, SmtpBehaviour behaviour) {
        Stage stage = smtp.stage().orElse(Stage.CONNECT);
        return switch (behaviour) {
            case STARTTLS, GREYLIST -> new Script(Map.of(), false, Optional.of(GO_AHEAD));
            case STARTTLS_REFUSED_TEMPORARY -> say(Stage.STARTTLS, "454 4.7.0 TLS is not available for now");
            case STARTTLS_REFUSED -> say(Stage.STARTTLS, "502 5.5.1 STARTTLS is switched off");
            case STARTTLS_NO_SERVICE -> say(Stage.STARTTLS, "521 5.3.2 %s accepts no mail");
            // RFC 3207 §6: what a client must throw away.
            case STARTTLS_INJECTED ->
                new Script(Map.of(), false, Optional.of(GO_AHEAD + "\r\n250 2.0.0 said before TLS"));
            case STARTTLS_RECANTED ->
                new Script(
                        Map.of(Stage.HANDSHAKE, new Turn.Close()),
                        false,
                        Optional.of(GO_AHEAD + "\r\n454 4.7.0 TLS is not available after all"));
            case HANDSHAKE_FAILED ->
                at(Stage.HANDSHAKE, new Turn.Send(smtp.alert().octets()));
            case HANDSHAKE_GARBAGE -> at(Stage.HANDSHAKE, new Turn.Send(NO_TLS));
            case PLAIN -> withoutTls(Map.of(Stage.STARTTLS, UNKNOWN), false);
            case DEFERRED_EHLO -> say(Stage.EHLO, "451 4.7.1 come back later");
            case EHLO_REJECTED -> say(Stage.EHLO, "550 5.5.0 not understood");
            case HELO_ONLY -> withoutTls(Map.of(Stage.EHLO, UNKNOWN, Stage.STARTTLS, UNKNOWN), true);
            case GARBAGE -> garbage();
            // RFC 5321 §3.1 and §3.8: 421 and 554 in place of the greeting; RFC 7504 §3: 521.
            case DEFERRED -> at(stage, new Turn.TurnAway("421 4.3.2 %s is busy, come back later"));
            case BLOCKED -> at(stage, new Turn.TurnAway("554 5.7.1 %s does not talk to your address"));
            case NO_SERVICE -> at(stage, new Turn.TurnAway("521 5.3.2 %s accepts no mail"));
            case SILENT -> at(stage, new Turn.Silence());
            case CLOSED -> at(stage, new Turn.Close());
            case RESET -> at(stage, new Turn.Reset());
            // Who comes in spite of a closed door comes while the world changes.
            case REFUSED -> at(Stage.CONNECT, new Turn.Reset());
        };
    }

    private static Script at(Stage stage, Turn turn) {
        return new Script(Map.of(stage, turn), false, Optional.of(GO_AHEAD));
    }

    private static Script say(Stage stage, String reply) {
        return at(stage, new Turn.Say(reply));
    }

    private static Script withoutTls(Map<Stage, Turn> turns, boolean helo) {
        return new Script(turns, helo, Optional.empty());
    }

    private static Script garbage() {
        Turn otherwise = new Turn.Say("Protocol mismatch.");
        return withoutTls(Map.of(Stage.GREETING, new Turn.Say("SSH-2.0-lab"), Stage.EHLO, otherwise), false);
    }
}
