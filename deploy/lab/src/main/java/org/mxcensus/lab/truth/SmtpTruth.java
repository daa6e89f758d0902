package org.mxcensus.lab.truth;

import org.mxcensus.lab.world.SmtpBehaviour;

/// What a client records of a conversation with each kind of mail server, the last one where it comes twice.
final class SmtpTruth {

    private SmtpTruth() {}

    static String outcome(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case STARTTLS, GREYLIST -> "TLS_ESTABLISHED";
            case PLAIN, HELO_ONLY -> "STARTTLS_NOT_OFFERED";
            case STARTTLS_REFUSED, STARTTLS_REFUSED_TEMPORARY -> "STARTTLS_REFUSED";
            case HANDSHAKE_FAILED, HANDSHAKE_GARBAGE, HANDSHAKE_CLOSED, HANDSHAKE_SILENT -> "HANDSHAKE_FAILED";
            case DEFERRED, DEFERRED_EHLO -> "DEFERRED";
            case BLOCKED -> "BLOCKED";
            case NO_SERVICE -> "NO_SERVICE";
            case EHLO_REJECTED -> "EHLO_REJECTED";
            case REFUSED, SILENT, RESET -> "NOT_CONNECTED";
            case GARBAGE -> "PROTOCOL_ERROR";
        };
    }

    static String cause(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case HANDSHAKE_FAILED -> "ALERT";
            case HANDSHAKE_GARBAGE -> "PROTOCOL";
            case HANDSHAKE_CLOSED -> "CLOSED";
            case HANDSHAKE_SILENT, SILENT -> "TIMED_OUT";
            case REFUSED -> "REFUSED";
            case RESET -> "RESET";
            case GARBAGE -> "SYNTAX";
            case STARTTLS,
                    GREYLIST,
                    PLAIN,
                    HELO_ONLY,
                    STARTTLS_REFUSED,
                    STARTTLS_REFUSED_TEMPORARY,
                    DEFERRED,
                    DEFERRED_EHLO,
                    BLOCKED,
                    NO_SERVICE,
                    EHLO_REJECTED -> "";
        };
    }

    /// YES, NO, UNMEASURED; empty where the host accepts no mail (RFC 7504 §3).
    static String starttls(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case STARTTLS, GREYLIST -> "YES";
            case PLAIN, HELO_ONLY, STARTTLS_REFUSED, HANDSHAKE_FAILED, HANDSHAKE_GARBAGE, HANDSHAKE_CLOSED -> "NO";
            case NO_SERVICE -> "";
            // A handshake without an answer may be the network's fault, so it says nothing about the server.
            case HANDSHAKE_SILENT,
                    STARTTLS_REFUSED_TEMPORARY,
                    DEFERRED,
                    DEFERRED_EHLO,
                    BLOCKED,
                    EHLO_REJECTED,
                    REFUSED,
                    SILENT,
                    RESET,
                    GARBAGE -> "UNMEASURED";
        };
    }
}
