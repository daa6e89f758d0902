package org.mxcensus.dashboard.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;

/// The verdicts on a domain, each with what decided.
final class DomainVerdicts {
    private DomainVerdicts() {}

    static List<Verdict> all(DomainVerdictRow row) {
        return List.of(
                Verdict.of("verdict.accepts-mail", row.mail(), ""),
                Verdict.of("verdict.signed-with-dnssec", row.dnssec(), ""),
                Verdict.of("verdict.starttls-at-every-address", row.starttls(), ""),
                Verdict.of("verdict.tls-1-3-at-every-address", row.tls13(), ""),
                Verdict.of("verdict.certificates-lead-to-a-trusted-root", row.certificateTrusted(), ""),
                Verdict.of("verdict.certificates-name-the-mx-host", row.certificateName(), ""),
                Verdict.of("verdict.certificates-name-the-domain-itself", row.nextHopName(), ""),
                Verdict.of("verdict.nothing-that-rfc-9325-forbids", row.tlsSound(), ""),
                Verdict.of("verdict.post-quantum-key-exchange-at-every-address", row.postQuantum(), ""),
                Verdict.of("verdict.complete-chains", row.chainComplete(), ""),
                Verdict.of(
                        "verdict.dane",
                        row.dane(),
                        Facts.phrases(Facts.sentence(row.daneCause()), row.daneHost(), row.daneIp(), surely(row))),
                Verdict.of(
                        "verdict.mta-sts",
                        row.mtaSts(),
                        Facts.phrases(
                                row.mtaStsMode() == null ? null : Texts.of("verdict.mode", row.mtaStsMode()),
                                Facts.sentence(row.mtaStsCause()),
                                row.mtaStsDetail(),
                                row.mtaStsHost())),
                Verdict.of("verdict.tls-reporting", row.tlsrpt(), ""),
                Verdict.of("verdict.authenticated-transport", row.authenticated(), ""));
    }

    /// What is certain of a domain whose status could not be told.
    private static @Nullable String surely(DomainVerdictRow row) {
        boolean untold = row.dane() != null && row.dane().valid() == Finding.UNMEASURED;
        return untold && row.daneValid() == Finding.NO ? Texts.of("verdict.surely-not") : null;
    }

    /// What becomes of mail, by kind of sender.
    static List<Verdict> senders(DomainVerdictRow row) {
        Deliveries deliveries = row.deliveries();
        return List.of(
                sender("sender.takes-tls-where-it-is-offered", deliveries.opportunistic()),
                sender("sender.follows-dane-rfc-7672", deliveries.dane()),
                sender("sender.follows-dane-as-postfix-does-by-default", deliveries.postfix()),
                sender("sender.follows-mta-sts-rfc-8461-nothing-in-its-cache", deliveries.mtaSts()),
                sender("sender.follows-mta-sts-with-the-policy-of-the-crawl-before", deliveries.mtaStsWarm()),
                sender("sender.follows-both-dane-first", deliveries.both()));
    }

    /// The columns of the history.
    static List<Verdict> inBrief(DomainVerdictRow row) {
        return List.of(
                Verdict.of("verdict.dnssec", row.dnssec(), ""),
                Verdict.of("verdict.starttls", row.starttls(), ""),
                Verdict.of("verdict.dane", row.dane(), ""),
                Verdict.of("verdict.mta-sts", row.mtaSts(), ""),
                Verdict.of("verdict.tlsrpt", row.tlsrpt(), ""),
                Verdict.of("verdict.authenticated", row.authenticated(), ""));
    }

    private static Verdict sender(String kind, Delivery delivery) {
        SenderOutcome outcome = delivery.outcome();
        return Verdict.of(kind, outcome, Texts.of("sender.outcome." + Parameters.id(outcome)));
    }
}
