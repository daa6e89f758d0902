package org.mxcensus.cli.check;

import org.mxcensus.cli.terminal.Style;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;

/// What it all comes to, in one sentence.
record Headline(DomainVerdictRow verdict, Style style) {

    String sentence() {
        return switch (verdict.mail()) {
            case NO -> style.faint("It accepts no mail.");
            case UNMEASURED ->
                style.doubtful("Could not tell how mail to it travels: its MX records could not be had.");
            case YES -> accepting(verdict.deliveries());
        };
    }

    private String accepting(Deliveries deliveries) {
        boolean dane = deliveries.dane().outcome() == SenderOutcome.DEFERRED;
        boolean mtaSts = deliveries.mtaSts().outcome() == SenderOutcome.DEFERRED;
        if (dane || mtaSts) {
            String who = dane && mtaSts ? "DANE or MTA-STS" : dane ? "DANE" : "MTA-STS";
            return style.bad("Mail does not arrive from senders that follow " + who + ".");
        }
        if (verdict.authenticated() == Finding.YES) {
            return style.good("Mail to it is encrypted, and senders can prove that it reaches the right server.");
        }
        return deliveries.dane().outcome() == SenderOutcome.AUTHENTICATED
                        || deliveries.mtaSts().outcome() == SenderOutcome.AUTHENTICATED
                ? style.doubtful("Senders can prove some of its MX hosts, not all: an attacker chooses the others.")
                : unproven(deliveries.opportunistic().outcome());
    }

    private String unproven(SenderOutcome outcome) {
        return switch (outcome) {
            case AUTHENTICATED, ENCRYPTED ->
                style.doubtful("Mail to it is encrypted; no sender can prove that it reaches the right server.");
            case PLAINTEXT -> style.bad("Mail to it travels in plain text, at least in part.");
            case NO_MAIL, DEFERRED -> style.bad("None of its MX hosts takes mail.");
            case UNMEASURED -> style.doubtful("Could not tell how mail to it travels: not every MX host answered.");
        };
    }
}
