package org.mxcensus.datasets.schema;

/// What becomes of mail to a domain, by the kind of sender.
///
/// @param opportunistic takes TLS where it is offered and asks for no more (RFC 7435)
/// @param dane follows RFC 7672
/// @param postfix follows RFC 7672 as Postfix does with `smtp_tls_security_level = dane`: to the MX hosts of unsigned
///     domains too, which authenticates nothing and yet defers where no record matches
/// @param mtaSts follows RFC 8461 and has no policy in its cache
/// @param mtaStsWarm follows RFC 8461 and has kept the policy of the crawl before as long as its max_age permits,
///     unless the record has another id and a policy can be had (RFC 8461 §3.3)
/// @param both follows both, DANE first (RFC 8461 §2), with nothing in its cache
public record Deliveries(
        Delivery opportunistic, Delivery dane, Delivery postfix, Delivery mtaSts, Delivery mtaStsWarm, Delivery both) {

    /// The same for every sender.
    public static Deliveries all(SenderOutcome outcome) {
        Delivery each = Delivery.of(outcome);
        return new Deliveries(each, each, each, each, each, each);
    }
}
