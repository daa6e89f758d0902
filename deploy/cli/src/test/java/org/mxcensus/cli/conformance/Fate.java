package org.mxcensus.cli.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.schema.SenderOutcome;

/// What became of a message in the hands of Postfix' smtp(8).
enum Fate {
    DELIVERED_VERIFIED(SenderOutcome.AUTHENTICATED),
    DELIVERED_ENCRYPTED(SenderOutcome.ENCRYPTED),
    DELIVERED_IN_CLEAR(SenderOutcome.PLAINTEXT),
    DEFERRED(SenderOutcome.DEFERRED),
    /// Deferred since the server was not to be had then, which tells nothing of TLS.
    SERVER_AWAY(SenderOutcome.UNMEASURED),
    /// Sent back at once.
    RETURNED(SenderOutcome.DEFERRED);

    private static final Pattern SESSION =
            Pattern.compile("postfix/smtp\\[.*: (\\w+) TLS connection established to ([^\\[]+)\\[");
    private static final Pattern STATUS =
            Pattern.compile("postfix/smtp\\[.* to=<someone@([^>]+)>, relay=([^\\[,]+).* status=(\\w+) \\((.*)\\)$");
    // RFC 5321 §4.2.1 and RFC 3207 §4: what begins with 4 is for now.
    private static final Pattern FOR_NOW =
            Pattern.compile("^connect to |refused to talk to me: 4|refused to start TLS: 4");

    private final SenderOutcome outcome;

    Fate(SenderOutcome outcome) {
        this.outcome = outcome;
    }

    SenderOutcome outcome() {
        return outcome;
    }

    /// @param log of Postfix
    /// @return by domain
    static Map<String, Fate> of(List<String> log) {
        Map<String, String> levels = new HashMap<>();
        Map<String, Fate> fates = new HashMap<>();
        for (String line : log) {
            Matcher session = SESSION.matcher(line);
            if (session.find()) {
                levels.put(session.group(2), session.group(1));
            }
            Matcher status = STATUS.matcher(line);
            if (status.find()) {
                String level = levels.getOrDefault(status.group(2), "");
                fates.put(status.group(1), of(status.group(3), level, status.group(4)));
            }
        }
        return fates;
    }

    private static Fate of(String status, String level, String reason) {
        return switch (status) {
            case "sent" ->
                level.isEmpty()
                        ? DELIVERED_IN_CLEAR
                        : level.equals("Verified") ? DELIVERED_VERIFIED : DELIVERED_ENCRYPTED;
            case "deferred" -> FOR_NOW.matcher(reason).find() ? SERVER_AWAY : DEFERRED;
            case "bounced" -> RETURNED;
            default -> throw new IllegalArgumentException("status " + status);
        };
    }
}
