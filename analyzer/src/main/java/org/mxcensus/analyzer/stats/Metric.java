package org.mxcensus.analyzer.stats;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the statistics count. Each metric is defined once, in the class of its family; the SQL, the API's descriptions,
/// the pages and METRICS.md come from these definitions.
///
/// For every metric and group: frame = denominator + unmeasured + not applicable.
public enum Metric {
    MAIL(MailMetrics.MAIL),
    DNSSEC(MailMetrics.DNSSEC),
    STARTTLS(TlsMetrics.STARTTLS),
    TLS13(TlsMetrics.TLS13),
    CERTIFICATE_TRUSTED(TlsMetrics.CERTIFICATE_TRUSTED),
    CERTIFICATE_NAME(TlsMetrics.CERTIFICATE_NAME),
    DANE(DaneMetrics.DANE),
    DANE_DEPLOYED(DaneMetrics.DEPLOYED),
    MTA_STS(PolicyMetrics.MTA_STS),
    MTA_STS_ENFORCE(PolicyMetrics.ENFORCE),
    TLSRPT(PolicyMetrics.TLSRPT),
    AUTHENTICATED(PolicyMetrics.AUTHENTICATED),
    TLS_SOUND(TlsMetrics.TLS_SOUND),
    POST_QUANTUM(TlsMetrics.POST_QUANTUM),
    CHAIN_COMPLETE(TlsMetrics.CHAIN_COMPLETE),
    STARTTLS_SOMEWHERE(TlsMetrics.STARTTLS_SOMEWHERE),
    TLS12(TlsMetrics.TLS12),
    TLS_LEGACY_ONLY(TlsMetrics.LEGACY_ONLY),
    CERTIFICATE_SELF_SIGNED(TlsMetrics.SELF_SIGNED),
    CERTIFICATE_DANE_NAME(TlsMetrics.DANE_NAME),
    CERTIFICATE_NEXT_HOP(TlsMetrics.NEXT_HOP_NAME),
    CERTIFICATE_EXPIRES_14(TlsMetrics.EXPIRES_14),
    CERTIFICATE_EXPIRES_30(TlsMetrics.EXPIRES_30),
    KEY_RSA(TlsMetrics.RSA_KEY),
    KEY_EC(TlsMetrics.EC_KEY),
    REQUIRETLS(TlsMetrics.REQUIRETLS),
    DANE_BROKEN(DaneMetrics.BROKEN),
    DANE_PARTIAL(DaneMetrics.PARTIAL),
    DANE_HOST_READY(DaneMetrics.HOST_READY),
    DANE_MISMATCH(DaneMetrics.MISMATCH),
    DANE_STARTTLS_MISSING(DaneMetrics.STARTTLS_MISSING),
    DANE_HANDSHAKE_FAILED(DaneMetrics.HANDSHAKE_FAILED),
    DANE_UNUSABLE(DaneMetrics.UNUSABLE),
    DANE_LOOKUP_FAILED(DaneMetrics.LOOKUP_FAILED),
    DANE_PREFERRED(DaneMetrics.PREFERRED),
    DANE_REACHED(DaneMetrics.REACHED),
    MTA_STS_DEPLOYED(PolicyMetrics.DEPLOYED),
    MTA_STS_TESTING(PolicyMetrics.TESTING),
    MTA_STS_NONE(PolicyMetrics.NONE),
    MTA_STS_BROKEN(PolicyMetrics.BROKEN),
    MTA_STS_UNAVAILABLE(PolicyMetrics.UNAVAILABLE),
    MTA_STS_MALFORMED(PolicyMetrics.MALFORMED),
    MTA_STS_UNFULFILLED(PolicyMetrics.UNFULFILLED),
    DANE_AND_MTA_STS(PolicyMetrics.DANE_AND_MTA_STS),
    NULL_MX(MailMetrics.NULL_MX),
    MAIL_ANSWERED(MailMetrics.MAIL_ANSWERED),
    DELEGATION_SIGNED(MailMetrics.DELEGATION_SIGNED),
    SPF(MailMetrics.SPF),
    DMARC(MailMetrics.DMARC),
    DMARC_NONE(MailMetrics.DMARC_NONE),
    DMARC_QUARANTINE(MailMetrics.DMARC_QUARANTINE),
    DMARC_REJECT(MailMetrics.DMARC_REJECT),
    DKIM_HINT(MailMetrics.DKIM_HINT),
    OPENPGPKEY_HINT(MailMetrics.OPENPGPKEY_HINT),
    SMIMEA_HINT(MailMetrics.SMIMEA_HINT),
    SENDER_PLAINTEXT(SenderMetrics.ANY_PLAINTEXT),
    SENDER_DANE_AUTHENTICATED(SenderMetrics.DANE_AUTHENTICATED),
    SENDER_DANE_PLAINTEXT(SenderMetrics.DANE_PLAINTEXT),
    SENDER_DANE_DEFERRED(SenderMetrics.DANE_DEFERRED),
    SENDER_POSTFIX_AUTHENTICATED(SenderMetrics.POSTFIX_AUTHENTICATED),
    SENDER_POSTFIX_PLAINTEXT(SenderMetrics.POSTFIX_PLAINTEXT),
    SENDER_POSTFIX_DEFERRED(SenderMetrics.POSTFIX_DEFERRED),
    SENDER_MTA_STS_AUTHENTICATED(SenderMetrics.STS_AUTHENTICATED),
    SENDER_MTA_STS_PLAINTEXT(SenderMetrics.STS_PLAINTEXT),
    SENDER_MTA_STS_DEFERRED(SenderMetrics.STS_DEFERRED),
    SENDER_MTA_STS_WARM_AUTHENTICATED(SenderMetrics.WARM_AUTHENTICATED),
    SENDER_MTA_STS_WARM_PLAINTEXT(SenderMetrics.WARM_PLAINTEXT),
    SENDER_MTA_STS_WARM_DEFERRED(SenderMetrics.WARM_DEFERRED),
    SENDER_BOTH_AUTHENTICATED(SenderMetrics.BOTH_AUTHENTICATED),
    SENDER_BOTH_PLAINTEXT(SenderMetrics.BOTH_PLAINTEXT),
    SENDER_BOTH_DEFERRED(SenderMetrics.BOTH_DEFERRED);

    private final Definition definition;

    Metric(Definition definition) {
        this.definition = definition;
    }

    /// The metric's name in columns, addresses and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return definition.title();
    }

    /// A name short enough for a line's end and a column's head.
    public String label() {
        return definition.label();
    }

    /// What is counted among what, one sentence.
    public String sentence() {
        return definition.sentence();
    }

    /// The standard that it follows.
    public String standard() {
        return definition.standard();
    }

    /// The version of the program that counted it first.
    public String since() {
        return definition.since();
    }

    /// Whether it is also counted with [Weighting#MX_HOSTS].
    public boolean ofHosts() {
        return definition.ofHosts().isPresent();
    }

    /// Whether it is among the few that a summary of a crawl shows.
    public boolean headline() {
        return definition.headline();
    }

    /// The metric of this id; empty where there is none.
    public static Optional<Metric> find(String id) {
        return Stream.of(values()).filter(metric -> metric.id().equals(id)).findFirst();
    }

    /// What it counts.
    Definition definition() {
        return definition;
    }
}
