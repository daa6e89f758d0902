package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;

/// A dialogue with one address, and the looks after it, as words.
record DialogueText(Findings findings) {

    /// How far it came.
    String outcome(SmtpRow row) {
        SmtpRow.Tls tls = row.tls();
        if (tls != null) {
            return session(tls);
        }
        String said = row.replyCode() == null ? row.detail() : Objects.requireNonNullElse(row.reply(), "");
        return Findings.words(row.outcome()) + because(row.cause(), row.alert(), said);
    }

    /// What is worth a line of its own.
    List<String> remarks(SmtpRow row) {
        List<String> remarks = new ArrayList<>();
        // RFC 8689 §2: only what is announced under TLS counts.
        if (row.extensionsAfterTls().stream().anyMatch("REQUIRETLS"::equalsIgnoreCase)) {
            remarks.add("offers REQUIRETLS");
        }
        if (!row.plaintext().isEmpty()) {
            remarks.add(findings.style().bad("plain text after STARTTLS, before TLS")
                    + findings.because(printable(row.plaintext())));
        }
        row.secondLooks().forEach(look -> remarks.add(look(row, look)));
        return remarks;
    }

    private String look(SmtpRow row, SmtpRow.SecondLookCell look) {
        return switch (look.purpose()) {
            case OLD_TLS -> oldTls(look);
            case OTHER_KEY -> otherKey(row, look);
            case WITHOUT_SNI -> withoutName(row, look);
        };
    }

    private String oldTls(SmtpRow.SecondLookCell look) {
        SmtpRow.Tls tls = look.tls();
        if (tls != null) {
            return "a client of old TLS gets through: " + session(tls);
        }
        return look.outcome() == SmtpStatus.HANDSHAKE_FAILED
                ? "a client of old TLS fails too" + because(look.cause(), look.alert(), look.detail())
                : untold("old TLS", look);
    }

    private String otherKey(SmtpRow row, SmtpRow.SecondLookCell look) {
        if (look.tls() != null) {
            return same(row, look)
                    ? "shows the same certificate to clients of the other key type"
                    : "has a certificate of the other key type too";
        }
        return look.outcome() == SmtpStatus.HANDSHAKE_FAILED
                ? "shows no certificate of the other key type" + because(look.cause(), look.alert(), look.detail())
                : untold("the other key type", look);
    }

    private String withoutName(SmtpRow row, SmtpRow.SecondLookCell look) {
        if (look.tls() != null) {
            return same(row, look)
                    ? "shows the same certificates where no server is named"
                    : "shows other certificates where no server is named";
        }
        return look.outcome() == SmtpStatus.HANDSHAKE_FAILED
                ? "the handshake fails where no server is named" + because(look.cause(), look.alert(), look.detail())
                : untold("no server named", look);
    }

    private static boolean same(SmtpRow row, SmtpRow.SecondLookCell look) {
        return row.chain().equals(look.chain());
    }

    private String untold(String about, SmtpRow.SecondLookCell look) {
        return about + ": " + findings.style().doubtful("could not tell") + ", " + Findings.words(look.outcome())
                + because(look.cause(), look.alert(), look.reply());
    }

    private static String session(SmtpRow.Tls tls) {
        String group = tls.group();
        // draft-ietf-tls-ecdhe-mlkem: every group that holds against quantum computers has ML-KEM in it.
        String exchange = group == null ? "" : ", " + group + (group.contains("MLKEM") ? " (post-quantum)" : "");
        String signature = tls.signature() == null ? "" : ", " + tls.signature();
        return tls.version() + ", " + tls.cipher() + exchange + signature;
    }

    private String because(@Nullable String cause, @Nullable String alert, @Nullable String said) {
        String why = cause == null ? "" : ": " + Findings.words(cause);
        String name = alert == null ? "" : " " + alert;
        return why + name + findings.because(said == null ? null : printable(said));
    }

    /// A server's words have no business with a terminal's commands.
    private static String printable(String said) {
        return said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
