package org.mxcensus.analyzer.transition;

import java.util.Optional;
import java.util.stream.Stream;

/// What domains deploy, drop, break and repair.
public enum Mechanism {
    /// A DS record at the delegation (RFC 4035 §2.4), as the zone file says.
    SIGNED("signed", "Signed delegation", Sql.truth("signed")),
    /// A secure MX answer, or its secure denial (RFC 4035 §4.3).
    DNSSEC("dnssec", "Secure MX answer", Sql.finding("dnssec")),
    /// STARTTLS at every MX address (RFC 3207).
    STARTTLS("starttls", "STARTTLS", Sql.finding("starttls")),
    /// RFC 7672. A look-up that fails is no verdict on the records behind it,
    /// nor one failure on the hosts that could not be told.
    DANE("dane", "DANE", """
            CASE WHEN dane = 'VALID' THEN 'WORKING'
                WHEN dane = 'PARTIAL' THEN 'PARTIAL'
                WHEN dane IN ('MISMATCH', 'STARTTLS_MISSING', 'HANDSHAKE_FAILED', 'UNUSABLE') THEN 'BROKEN'
                WHEN dane IN ('NOT_DEPLOYED', 'HOST_READY_DOMAIN_INSECURE') THEN 'WITHOUT'
                WHEN dane_valid = 'NO' THEN 'NOT_WORKING'
                WHEN dane IS NULL THEN 'NOT_APPLICABLE'
                ELSE 'UNMEASURED' END"""),
    /// RFC 8461. A policy of mode `none` asks for nothing (§5).
    MTA_STS("mta_sts", "MTA-STS", """
            CASE WHEN mta_sts IN ('ENFORCING', 'TESTING') THEN 'WORKING'
                WHEN mta_sts = 'BROKEN' THEN 'BROKEN'
                WHEN mta_sts IN ('NOT_DEPLOYED', 'DISABLED') THEN 'WITHOUT'
                WHEN mta_sts IS NULL THEN 'NOT_APPLICABLE'
                ELSE 'UNMEASURED' END"""),
    /// A valid TLSRPT record (RFC 8460 §3).
    TLSRPT("tlsrpt", "TLS reporting", Sql.finding("tlsrpt")),
    /// Mail travels authenticated, by DANE or by MTA-STS.
    AUTHENTICATED("authenticated", "Authenticated transport", Sql.finding("authenticated"));

    private final String id;
    private final String title;
    private final String standing;

    Mechanism(String id, String title, String standing) {
        this.id = id;
        this.title = title;
        this.standing = standing;
    }

    /// The mechanism's name in options and JSON.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// The mechanism of this id; empty where there is none.
    public static Optional<Mechanism> find(String id) {
        return Stream.of(values()).filter(mechanism -> mechanism.id.equals(id)).findFirst();
    }

    /// Those that can be there and not work.
    public static Stream<Mechanism> breakable() {
        return Stream.of(values()).filter(mechanism -> mechanism.cause().isPresent());
    }

    /// The column of a verdict that says why it is broken; empty where it is there or is not.
    Optional<String> cause() {
        return switch (this) {
            case DANE -> Optional.of("dane_cause");
            case MTA_STS -> Optional.of("mta_sts_cause");
            case SIGNED, DNSSEC, STARTTLS, TLSRPT, AUTHENTICATED -> Optional.empty();
        };
    }

    /// SQL over a domain that the crawl judged: the name of a [Standing].
    String standing() {
        return standing;
    }

    /// Whether the frame alone tells, so that a domain without a verdict has a standing all the same.
    boolean isOfFrame() {
        return this == SIGNED;
    }

    private static final class Sql {
        private Sql() {}

        static String finding(String column) {
            return """
                    CASE WHEN %1$s = 'YES' THEN 'WORKING' WHEN %1$s = 'NO' THEN 'WITHOUT'
                        WHEN %1$s IS NULL THEN 'NOT_APPLICABLE' ELSE 'UNMEASURED' END""".formatted(column);
        }

        static String truth(String column) {
            return "CASE WHEN %1$s THEN 'WORKING' WHEN NOT %1$s THEN 'WITHOUT' ELSE 'UNMEASURED' END".formatted(column);
        }
    }
}
