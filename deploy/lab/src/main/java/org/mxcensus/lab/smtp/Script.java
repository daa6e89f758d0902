package org.mxcensus.lab.smtp;

import org.mxcensus.lab.world.SmtpBehaviour;

/// How a mail server's part goes, word by word. `%s` stands for the host's name.
record Script(Opening opening, Introduction ehlo, Introduction helo, StartTls startTls) {

    /// What comes before the client may speak.
    sealed interface Opening {
        record Greet(String reply) implements Opening {}

        record TurnAway(String reply) implements Opening {}

        record Silence() implements Opening {}

        record Reset() implements Opening {}
    }

    /// What EHLO and HELO are answered with.
    sealed interface Introduction {
        /// The name, and for EHLO the extensions.
        record Welcome() implements Introduction {}

        record Reply(String text) implements Introduction {}
    }

    /// What becomes of STARTTLS.
    enum StartTls {
        NOT_OFFERED,
        HANDSHAKE,
        REFUSE_FOR_NOW,
        REFUSE,
        SEND_ALERT,
        SEND_GARBAGE,
        CLOSE,
        FALL_SILENT
    }

    private static final Opening GREETING = new Opening.Greet("220 %s ESMTP mxcensus lab");
    private static final Introduction WELCOME = new Introduction.Welcome();
    private static final Introduction UNKNOWN = new Introduction.Reply("502 5.5.1 unknown command");
    private static final Introduction LATER = new Introduction.Reply("451 4.7.1 come back later");
    private static final Introduction UNWANTED = new Introduction.Reply("550 5.5.0 not understood");
    private static final Introduction OTHERWISE = new Introduction.Reply("Protocol mismatch.");

    /// The part that a behaviour plays towards a client that has been there before.
    static Script of(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case STARTTLS, GREYLIST -> offering(StartTls.HANDSHAKE);
            case STARTTLS_REFUSED_TEMPORARY -> offering(StartTls.REFUSE_FOR_NOW);
            case STARTTLS_REFUSED -> offering(StartTls.REFUSE);
            case HANDSHAKE_FAILED -> offering(StartTls.SEND_ALERT);
            case HANDSHAKE_GARBAGE -> offering(StartTls.SEND_GARBAGE);
            case HANDSHAKE_CLOSED -> offering(StartTls.CLOSE);
            case HANDSHAKE_SILENT -> offering(StartTls.FALL_SILENT);
            case PLAIN -> introduced(WELCOME, WELCOME);
            case DEFERRED_EHLO -> introduced(LATER, LATER);
            case EHLO_REJECTED -> introduced(UNWANTED, UNWANTED);
            case HELO_ONLY -> introduced(UNKNOWN, WELCOME);
            case GARBAGE -> new Script(new Opening.Greet("SSH-2.0-lab"), OTHERWISE, OTHERWISE, StartTls.NOT_OFFERED);
            // RFC 5321 §3.1 and §3.8: 421 and 554 in place of the greeting; RFC 7504 §3: 521.
            case DEFERRED -> opening(new Opening.TurnAway("421 4.3.2 %s is busy, come back later"));
            case BLOCKED -> opening(new Opening.TurnAway("554 5.7.1 %s does not talk to your address"));
            case NO_SERVICE -> opening(new Opening.TurnAway("521 5.3.2 %s accepts no mail"));
            case SILENT -> opening(new Opening.Silence());
            // Who comes in spite of a closed door comes while the world changes.
            case RESET, REFUSED -> opening(new Opening.Reset());
        };
    }

    private static Script offering(StartTls startTls) {
        return new Script(GREETING, WELCOME, WELCOME, startTls);
    }

    private static Script introduced(Introduction ehlo, Introduction helo) {
        return new Script(GREETING, ehlo, helo, StartTls.NOT_OFFERED);
    }

    private static Script opening(Opening opening) {
        return new Script(opening, WELCOME, WELCOME, StartTls.NOT_OFFERED);
    }
}
