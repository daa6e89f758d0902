package org.mxcensus.analyzer.stats;

import java.util.Set;

/// What becomes of mail, by the kind of sender ([org.mxcensus.datasets.schema.Deliveries]). Mail that is neither
/// authenticated nor in plain text nor deferred travels encrypted.
final class SenderMetrics {
    private static final Sender ANY = new Sender(
            "Opportunistic sender", "a sender that takes TLS where it is offered", "RFC 7435", "opportunistic");
    private static final Sender DANE = new Sender("DANE sender", "a sender that follows DANE", "RFC 7672 §2.2", "dane");
    private static final Sender POSTFIX =
            new Sender("Postfix", "a Postfix that follows DANE", "RFC 7672 §2.2", "postfix");
    private static final Sender STS = new Sender(
            "MTA-STS sender", "a sender that follows MTA-STS and has no policy in its cache", "RFC 8461 §5", "mta_sts");
    private static final Sender WARM = new Sender(
            "MTA-STS sender with cache",
            "a sender that follows MTA-STS and has kept the policy of the crawl before",
            "RFC 8461 §5.1",
            "mta_sts_warm");
    private static final Sender BOTH = new Sender(
            "Sender of both",
            "a sender that follows DANE and MTA-STS and has no policy in its cache",
            "RFC 8461 §2",
            "both");

    static final Definition ANY_PLAINTEXT = plaintext(ANY);
    static final Definition DANE_AUTHENTICATED = authenticated(DANE);
    static final Definition DANE_PLAINTEXT = plaintext(DANE);
    static final Definition DANE_DEFERRED = deferred(DANE);
    static final Definition POSTFIX_AUTHENTICATED = authenticated(POSTFIX);
    static final Definition POSTFIX_PLAINTEXT = plaintext(POSTFIX);
    static final Definition POSTFIX_DEFERRED = deferred(POSTFIX);
    static final Definition STS_AUTHENTICATED = authenticated(STS);
    static final Definition STS_PLAINTEXT = plaintext(STS);
    static final Definition STS_DEFERRED = deferred(STS);
    static final Definition WARM_AUTHENTICATED = authenticated(WARM);
    static final Definition WARM_PLAINTEXT = plaintext(WARM);
    static final Definition WARM_DEFERRED = deferred(WARM);
    static final Definition BOTH_AUTHENTICATED = authenticated(BOTH);
    static final Definition BOTH_PLAINTEXT = plaintext(BOTH);
    static final Definition BOTH_DEFERRED = deferred(BOTH);

    private SenderMetrics() {}

    /// A kind of sender.
    ///
    /// @param who the same in a sentence
    /// @param standard that it follows
    /// @param field of column `deliveries`
    private record Sender(String name, String who, String standard, String field) {}

    private static Definition authenticated(Sender sender) {
        return of(
                sender,
                "authenticated",
                "Domains to which %s delivers over TLS to a server whose identity is proven",
                "AUTHENTICATED");
    }

    private static Definition plaintext(Sender sender) {
        return of(sender, "plain text", "Domains to which %s delivers in plain text", "PLAINTEXT");
    }

    private static Definition deferred(Sender sender) {
        return of(sender, "deferred", "Domains whose mail %s keeps back, since its rules forbid delivery", "DEFERRED");
    }

    private static Definition of(Sender sender, String fate, String sentence, String outcome) {
        String title = sender.name() + ": " + fate;
        return Definition.since(
                "0.1.0",
                title,
                title,
                sentence.formatted(sender.who()) + "; those that accept no mail are left out.",
                sender.standard(),
                outcome(sender.field(), outcome));
    }

    private static Predicate outcome(String field, String yes) {
        String column = "v.deliveries.%s.outcome".formatted(field);
        return new Predicate("CASE WHEN %s = 'NO_MAIL' THEN NULL ELSE %s END"
                .formatted(
                        column,
                        Predicate.isOneOf(column, Set.of("UNMEASURED"), yes).sql()));
    }
}
