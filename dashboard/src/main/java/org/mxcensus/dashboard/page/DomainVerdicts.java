package org.mxcensus.dashboard.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
                Verdict.of("Accepts mail", row.mail(), ""),
                Verdict.of("Signed with DNSSEC", row.dnssec(), ""),
                Verdict.of("STARTTLS at every address", row.starttls(), ""),
                Verdict.of("TLS 1.3 at every address", row.tls13(), ""),
                Verdict.of("Certificates lead to a trusted root", row.certificateTrusted(), ""),
                Verdict.of("Certificates name the MX host", row.certificateName(), ""),
                Verdict.of("Certificates name the domain itself", row.nextHopName(), ""),
                Verdict.of("Nothing that RFC 9325 forbids", row.tlsSound(), ""),
                Verdict.of("Post-quantum key exchange at every address", row.postQuantum(), ""),
                Verdict.of("Complete chains", row.chainComplete(), ""),
                Verdict.of(
                        "DANE",
                        row.dane(),
                        Facts.phrases(Facts.sentence(row.daneCause()), row.daneHost(), row.daneIp(), surely(row))),
                Verdict.of(
                        "MTA-STS",
                        row.mtaSts(),
                        Facts.phrases(
                                row.mtaStsMode() == null ? null : "mode " + row.mtaStsMode(),
                                Facts.sentence(row.mtaStsCause()),
                                row.mtaStsDetail(),
                                row.mtaStsHost())),
                Verdict.of("TLS reporting", row.tlsrpt(), ""),
                Verdict.of("Authenticated transport", row.authenticated(), ""));
    }

    /// What is certain of a domain whose status could not be told.
    private static @Nullable String surely(DomainVerdictRow row) {
        boolean untold = row.dane() != null && row.dane().valid() == Finding.UNMEASURED;
        return untold && row.daneValid() == Finding.NO ? "surely not valid at every MX host" : null;
    }

    /// What becomes of mail, by kind of sender.
    static List<Verdict> senders(DomainVerdictRow row) {
        Deliveries deliveries = row.deliveries();
        return List.of(
                sender("Takes TLS where it is offered", deliveries.opportunistic()),
                sender("Follows DANE (RFC 7672)", deliveries.dane()),
                sender("Follows DANE as Postfix does by default", deliveries.postfix()),
                sender("Follows MTA-STS (RFC 8461), nothing in its cache", deliveries.mtaSts()),
                sender("Follows MTA-STS, with the policy of the crawl before", deliveries.mtaStsWarm()),
                sender("Follows both, DANE first", deliveries.both()));
    }

    /// The columns of the history.
    static List<Verdict> inBrief(DomainVerdictRow row) {
        return List.of(
                Verdict.of("DNSSEC", row.dnssec(), ""),
                Verdict.of("STARTTLS", row.starttls(), ""),
                Verdict.of("DANE", row.dane(), ""),
                Verdict.of("MTA-STS", row.mtaSts(), ""),
                Verdict.of("TLSRPT", row.tlsrpt(), ""),
                Verdict.of("Authenticated", row.authenticated(), ""));
    }

    private static Verdict sender(String kind, Delivery delivery) {
        SenderOutcome outcome = delivery.outcome();
        return Verdict.of(
                kind,
                outcome,
                switch (outcome) {
                    case AUTHENTICATED -> "delivered over TLS to a server whose identity was proven";
                    case ENCRYPTED -> "delivered over TLS to whoever answers";
                    case PLAINTEXT -> "delivered where anybody on the way can read it";
                    case DEFERRED -> "kept back, since the sender's rules forbid delivery";
                    case NO_MAIL -> "the domain accepts no mail";
                    case UNMEASURED -> "could not be told";
                });
    }
}
