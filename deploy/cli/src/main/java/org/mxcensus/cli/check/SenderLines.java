package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.TlsFailure;

/// What becomes of mail, a line for each kind of sender.
record SenderLines(Deliveries deliveries, Findings findings) {
    /// The senders that most mail comes from; Postfix where it does otherwise than DANE asks for.
    List<String> few() {
        List<String> lines = new ArrayList<>(heading());
        lines.add(line("takes TLS where it is offered", deliveries.opportunistic()));
        lines.add(line("follows DANE", deliveries.dane()));
        if (deliveries.postfix().outcome() != deliveries.dane().outcome()) {
            lines.add(line("follows DANE as Postfix does", deliveries.postfix()));
        }
        lines.add(line("follows MTA-STS", deliveries.mtaSts()));
        return lines;
    }

    /// All; nothing is kept here from an earlier look, so that a warm cache of policies makes no difference.
    List<String> all() {
        List<String> lines = new ArrayList<>(heading());
        lines.add(line("takes TLS where it is offered", deliveries.opportunistic()));
        lines.add(line("follows DANE (RFC 7672)", deliveries.dane()));
        lines.add(line("follows DANE as Postfix does", deliveries.postfix()));
        lines.add(line("follows MTA-STS (RFC 8461)", deliveries.mtaSts()));
        lines.add(line("follows both, DANE first", deliveries.both()));
        return lines;
    }

    private List<String> heading() {
        return List.of("", findings.style().bold("A sender that"));
    }

    private String line(String sender, Delivery delivery) {
        return "  %-32s %s".formatted(sender, findings.word(delivery.outcome()) + findings.because(why(delivery)));
    }

    /// The failure of a mail that is delivered all the same may lie with another host than the one that takes it.
    private static String why(Delivery delivery) {
        TlsFailure reason = delivery.reason();
        if (reason == null) {
            return "";
        }
        String where = delivery.host() == null ? "" : " at " + delivery.host();
        return switch (delivery.outcome()) {
            case DEFERRED, UNMEASURED, NO_MAIL -> reason.resultType() + where;
            case AUTHENTICATED, ENCRYPTED, PLAINTEXT -> "after " + reason.resultType() + "," + where;
        };
    }
}
