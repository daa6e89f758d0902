package org.mxcensus.dashboard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.evidence.AddressEvidence;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.schema.SmtpRow;

/// An MX host as pages show it.
///
/// @param verdicts over all addresses; empty where the crawl has none
/// @param facts what DNS says of it; empty where it was not probed
/// @param addresses each address that was tried
public record HostView(String host, List<Verdict> verdicts, List<Fact> facts, List<AddressView> addresses) {

    /// @param chain the certificates as sent, the leaf first, a list of facts each
    public record AddressView(String ip, List<Verdict> verdicts, List<Fact> facts, List<List<Fact>> chain) {}

    /// Whether the crawl has anything of it, so that it has a page.
    public boolean isProbed() {
        return !facts.isEmpty() || !addresses.isEmpty();
    }

    static HostView of(HostEvidence evidence) {
        return new HostView(
                evidence.host(),
                evidence.verdict().map(HostView::verdicts).orElse(List.of()),
                facts(evidence),
                evidence.addresses().stream().map(HostView::address).toList());
    }

    private static List<Verdict> verdicts(ExchangeVerdictRow row) {
        return List.of(
                Verdict.of("verdict.addresses-signed-with-dnssec", row.dnssec(), ""),
                Verdict.of(
                        "verdict.starttls",
                        row.starttls(),
                        Texts.of("verdict.measured", row.measured(), row.addresses())),
                Verdict.of("verdict.trusted-certificate", row.certificateTrusted(), ""),
                Verdict.of("verdict.certificate-for-the-mx-host", row.certificateName(), ""),
                Verdict.of("verdict.dane", row.dane(), Facts.phrases(Facts.sentence(row.daneCause()))));
    }

    private static List<Fact> facts(HostEvidence evidence) {
        List<Fact> facts = new ArrayList<>();
        evidence.provider().map(HostView::owner).ifPresent(facts::addAll);
        evidence.seen().map(HostView::dns).ifPresent(facts::addAll);
        evidence.verdict().map(ExchangeVerdictRow::issuers).ifPresent(issuers -> facts.addAll(issued(issuers)));
        return facts;
    }

    /// Who runs it, and how far that is known.
    private static List<Fact> owner(HostProviderRow row) {
        return new Facts()
                .text("fact.provider", row.provider())
                .add("fact.provider-told-by", row.method().replace('_', ' '))
                .add("fact.confidence", row.confidence())
                .add("fact.mailbox-host", row.kind() == ProviderKind.FILTER ? Texts.of("host.behind-filter") : null)
                .list();
    }

    private static List<Fact> issued(List<String> issuers) {
        return new Facts().texts("fact.certificates-issued-by", issuers).list();
    }

    private static List<Fact> dns(HostRow row) {
        return new Facts()
                .add("fact.a", lookUp(row.aStatus(), row.aSecurity(), row.aFailure()))
                .add("fact.aaaa", lookUp(row.aaaaStatus(), row.aaaaSecurity(), row.aaaaFailure()))
                .texts(
                        "fact.addresses",
                        row.addresses().stream().map(HostRow.Address::ip).toList())
                .texts("fact.alias-of", row.cname())
                .add("fact.tlsa", lookUp(row.tlsaStatus(), row.tlsaSecurity(), row.tlsaFailure()))
                .text("fact.tlsa-base-domain", row.tlsaBase())
                .texts(
                        "fact.tlsa-records",
                        row.tlsa().stream().map(HostView::presentation).toList())
                .add("fact.extended-dns-error", row.edeCode())
                .text("fact.its-text", row.edeText())
                .texts("fact.name-servers-of-the-failing-zone", row.zoneNs())
                .list();
    }

    /// What came of a question. One that nobody put did not fail, though the row has no other word for it.
    private static @Nullable String lookUp(
            @Nullable Enum<?> status, @Nullable Enum<?> security, @Nullable DnsFailure failure) {
        return failure == DnsFailure.NOT_ASKED
                ? words(failure)
                : Facts.phrases(words(status), words(security), words(failure));
    }

    private static AddressView address(AddressEvidence evidence) {
        return new AddressView(
                evidence.seen().ip(),
                evidence.verdict().map(HostView::verdicts).orElse(List.of()),
                dialogue(evidence.seen()),
                evidence.chain().stream().map(HostView::certificate).toList());
    }

    private static List<Verdict> verdicts(HostVerdictRow row) {
        return Stream.of(
                        Verdict.of("verdict.starttls", row.starttls(), Facts.phrases(row.reason())),
                        Verdict.of("verdict.tls-1-3", row.tls13(), ""),
                        Verdict.of(
                                "verdict.trusted-certificate",
                                row.certificateTrusted(),
                                Facts.phrases(words(row.certificateFault()))),
                        Verdict.of("verdict.certificate-for-the-mx-host", row.certificateName(), ""),
                        Verdict.of("verdict.complete-chain", row.chainComplete(), Facts.phrases(words(row.chain()))),
                        Verdict.of(
                                "verdict.nothing-that-rfc-9325-forbids", row.tlsSound(), Facts.phrases(quality(row))),
                        Verdict.of("verdict.post-quantum-key-exchange", row.postQuantum(), ""),
                        Verdict.of(
                                "verdict.dane",
                                row.dane(),
                                Facts.phrases(
                                        Facts.sentence(row.daneCause()),
                                        row.daneMatch() == null ? null : Texts.of("verdict.matches", row.daneMatch()))))
                .toList();
    }

    /// The grade, and each flaw with its section of RFC 9325.
    private static @Nullable String quality(HostVerdictRow row) {
        String flaws = row.tlsFlaws().stream()
                .map(flaw -> Words.phrase(flaw) + " (" + flaw.section() + ")")
                .collect(Collectors.joining(", "));
        return row.tlsGrade() == null ? null : words(row.tlsGrade()) + (flaws.isEmpty() ? "" : ": " + flaws);
    }

    private static List<Fact> dialogue(SmtpRow row) {
        return new Facts()
                .add("fact.observed", row.observedAt())
                .add("fact.outcome", row.outcome())
                .add("fact.ended-at", row.stage())
                .text("fact.cause", row.cause())
                .text("fact.alert", row.alert())
                .text("fact.detail", row.detail())
                .text(
                        "fact.deciding-reply",
                        Facts.phrases(
                                row.replyCode() == null
                                        ? null
                                        : row.replyCode() + " " + (row.reply() == null ? "" : row.reply())))
                .text("fact.banner", row.banner())
                .text("fact.name-in-its-ehlo-reply", row.ehloName())
                .texts("fact.extensions", row.extensions())
                .text("fact.name-in-its-ehlo-reply-after-tls", row.ehloNameAfterTls())
                .texts("fact.extensions-after-tls", row.extensionsAfterTls())
                .text("fact.plain-text-after-starttls-before-tls", row.plaintext())
                .text("fact.server-name-sent-sni", row.sni())
                .text("fact.tls", row.tls() == null ? null : session(row.tls()))
                .texts(
                        "fact.looked-at-again",
                        row.secondLooks().stream().map(look -> look(row, look)).toList())
                .text("fact.taken-over-from", row.reusedFrom())
                .add("fact.attempt", row.attempt())
                .add("fact.took", times(row))
                .list();
    }

    /// Null where nobody took the time: a scan of others does not tell.
    private static @Nullable String times(SmtpRow row) {
        return row.elapsedMs() == 0
                ? null
                : Texts.of("host.times", row.connectMs(), row.handshakeMs(), row.elapsedMs());
    }

    private static String look(SmtpRow row, SmtpRow.SecondLookCell look) {
        boolean established = look.tls() != null;
        return Facts.phrases(
                words(look.purpose()) + ": " + words(look.outcome()),
                look.tls() == null ? null : session(look.tls()),
                established
                        ? (look.chain().equals(row.chain())
                                ? Texts.of("host.same-certificates")
                                : Texts.of("host.other-certificates"))
                        : null,
                look.cause() == null ? null : Words.plain(look.cause().toLowerCase(Locale.ROOT)),
                look.alert(),
                look.detail(),
                look.replyCode() == null
                        ? null
                        : look.replyCode() + " " + Objects.requireNonNullElse(look.reply(), ""));
    }

    private static List<Fact> certificate(CertificateRow row) {
        return new Facts()
                .text("fact.subject", row.subject())
                .text("fact.issuer", row.issuer())
                .texts("fact.names", row.names())
                .add(
                        "fact.valid",
                        row.notBefore() == null || row.notAfter() == null
                                ? null
                                : Texts.of("host.validity", row.notBefore(), row.notAfter()))
                .text(
                        "fact.key",
                        Facts.phrases(
                                row.keyAlgorithm(),
                                row.keySize() == null ? null : Texts.of("host.bits", row.keySize()),
                                row.signatureAlgorithm()))
                .text("fact.sha-256", row.sha256())
                .text("fact.sha-256-of-its-key-spki", row.spkiSha256())
                .list();
    }

    private static String session(SmtpRow.Tls tls) {
        String group = tls.group();
        return Facts.phrases(
                tls.version(),
                tls.cipher(),
                // draft-ietf-tls-ecdhe-mlkem: every group that holds against quantum computers has ML-KEM in it.
                group == null || !group.contains("MLKEM") ? group : Texts.of("host.post-quantum", group),
                tls.signature());
    }

    private static String presentation(HostRow.Tlsa tlsa) {
        return "%d %d %d %s".formatted(tlsa.usage(), tlsa.selector(), tlsa.matching(), tlsa.data());
    }

    private static @Nullable String words(@Nullable Enum<?> constant) {
        return Tone.wordsOf(constant).orElse(null);
    }
}
