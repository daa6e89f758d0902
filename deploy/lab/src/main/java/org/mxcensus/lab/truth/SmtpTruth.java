package org.mxcensus.lab.truth;

import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Speech;
import org.mxcensus.lab.world.Stage;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.TlsSupport;

/// How a conversation with a mail server ends that a client has met before, if it keeps to one connection at a time.
///
/// @param reply the code of the reply that decides; empty where none does
/// @param elsewhere whether TLS comes about all the same, with a client that offers what the first does not
record SmtpTruth(String outcome, String stage, String cause, String alert, String reply, boolean elsewhere) {

    private static final SmtpTruth ESTABLISHED = new SmtpTruth("TLS_ESTABLISHED", "", "", "", "");

    private SmtpTruth(String outcome, String stage, String cause, String alert, String reply) {
        this(outcome, stage, cause, alert, reply, false);
    }

    static SmtpTruth of(SmtpSpec smtp) {
        if (smtp.limit().filter(limit -> limit.connections() == 0).isPresent()) {
            return refused("DEFERRED", Stage.GREETING, 421);
        }
        if (smtp.speech() == Speech.TARPIT) {
            return broken(Stage.GREETING, "TIMED_OUT");
        }
        if (smtp.speech() == Speech.ENDLESS) {
            return broken(Stage.GREETING, "TOO_LONG");
        }
        Stage stage = smtp.stage().orElse(Stage.CONNECT);
        return switch (smtp.behaviour()) {
            case STARTTLS, GREYLIST, STARTTLS_INJECTED -> handshake(smtp);
            case PLAIN, HELO_ONLY -> new SmtpTruth("STARTTLS_NOT_OFFERED", "", "", "", "");
            case STARTTLS_REFUSED_TEMPORARY -> refused("STARTTLS_REFUSED", Stage.STARTTLS, 454);
            case STARTTLS_REFUSED -> refused("STARTTLS_REFUSED", Stage.STARTTLS, 502);
            case STARTTLS_NO_SERVICE -> refused("STARTTLS_REFUSED", Stage.STARTTLS, 521);
            case STARTTLS_RECANTED -> failed("CLOSED");
            // RFC 8446 §6.1: who says close_notify or user_canceled hangs up; §6.2: the others are errors.
            case HANDSHAKE_FAILED -> smtp.alert().isError() ? alert(smtp.alert().id()) : failed("CLOSED");
            case HANDSHAKE_GARBAGE -> failed("PROTOCOL");
            case DEFERRED -> deferred(smtp, stage);
            case DEFERRED_EHLO -> refused("DEFERRED", Stage.EHLO, 451);
            case BLOCKED -> refused("BLOCKED", stage, 554);
            // One column holds both: the host accepts no mail, wherever it says so.
            case NO_SERVICE -> refused("NO_SERVICE", Stage.GREETING, 521);
            case EHLO_REJECTED -> refused("EHLO_REJECTED", Stage.EHLO, 550);
            case REFUSED -> new SmtpTruth("NOT_CONNECTED", "CONNECT", "REFUSED", "", "");
            case SILENT -> ended(smtp, stage, "TIMED_OUT");
            case CLOSED -> ended(smtp, stage, "CLOSED");
            case RESET -> ended(smtp, stage, "RESET");
            case GARBAGE -> broken(Stage.GREETING, "SYNTAX");
        };
    }

    /// What a polite server's handshake comes to with a client that speaks TLS 1.0 to 1.3, takes keys of RSA and ECDSA,
    /// does no Diffie-Hellman over finite fields, and reads a certificate of 1 MiB.
    private static SmtpTruth handshake(SmtpSpec smtp) {
        if (smtp.tls().support() == TlsSupport.DHE || smtp.tls().keyType() == KeyType.ED25519) {
            return new SmtpTruth("HANDSHAKE_FAILED", "HANDSHAKE", "ALERT", "handshake_failure", "", true);
        }
        return ESTABLISHED;
    }

    /// What comes before TLS that ought not to.
    static String plaintext(SmtpSpec smtp) {
        return switch (smtp.behaviour()) {
            case STARTTLS_INJECTED -> "250 2.0.0 said before TLS\r\n";
            case STARTTLS_RECANTED -> "454 4.7.0 TLS is not available after all\r\n";
            default -> "";
        };
    }

    /// The group in which a client agrees on a key that prefers X25519MLKEM768, then X25519.
    static String group(TlsSpec tls) {
        // Key transport has none.
        return tls.support() == TlsSupport.KEY_TRANSPORT ? "" : tls.group().names()[0];
    }

    private static SmtpTruth deferred(SmtpSpec smtp, Stage stage) {
        return switch (stage) {
            case STARTTLS -> refused("STARTTLS_REFUSED", Stage.STARTTLS, 421);
            case EHLO_AFTER_TLS -> handshake(smtp);
            case CONNECT, GREETING, EHLO, HANDSHAKE, QUIT -> refused("DEFERRED", stage, 421);
        };
    }

    /// The server says nothing more at a stage.
    private static SmtpTruth ended(SmtpSpec smtp, Stage stage, String how) {
        return switch (stage) {
            // The connection stands, and nobody greets.
            case CONNECT -> new SmtpTruth("NOT_CONNECTED", "GREETING", how, "", "");
            case GREETING, EHLO, STARTTLS -> broken(stage, how);
            case HANDSHAKE -> failed(how);
            // There was a session, whatever comes of it.
            case EHLO_AFTER_TLS, QUIT -> handshake(smtp);
        };
    }

    private static SmtpTruth refused(String outcome, Stage stage, int reply) {
        return new SmtpTruth(outcome, stage.name(), "", "", String.valueOf(reply));
    }

    private static SmtpTruth broken(Stage stage, String cause) {
        return new SmtpTruth("PROTOCOL_ERROR", stage.name(), cause, "", "");
    }

    private static SmtpTruth failed(String cause) {
        return new SmtpTruth("HANDSHAKE_FAILED", "HANDSHAKE", cause, "", "");
    }

    private static SmtpTruth alert(String name) {
        return new SmtpTruth("HANDSHAKE_FAILED", "HANDSHAKE", "ALERT", name, "");
    }

    boolean established() {
        return equals(ESTABLISHED);
    }

    /// YES, NO, UNMEASURED; empty where the host accepts no mail (RFC 7504 §3).
    String starttls() {
        return switch (outcome) {
            case "TLS_ESTABLISHED" -> "YES";
            case "STARTTLS_NOT_OFFERED" -> "NO";
            // RFC 3207 §4: a temporary refusal says nothing lasting.
            case "STARTTLS_REFUSED" -> reply.startsWith("5") ? "NO" : "UNMEASURED";
            // A handshake without an answer may be the network's fault, so it says nothing about the server.
            case "HANDSHAKE_FAILED" ->
                cause.equals("TIMED_OUT") || cause.equals("RESET") ? "UNMEASURED" : elsewhere ? "YES" : "NO";
            case "NO_SERVICE" -> "";
            default -> "UNMEASURED";
        };
    }
}
