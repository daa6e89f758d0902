package org.mxcensus.dashboard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.evidence.AddressEvidence;
import org.mxcensus.analyzer.evidence.HostEvidence;
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

    static HostView of(HostEvidence evidence) {
        return new HostView(
                evidence.host(),
                evidence.verdict().map(HostView::verdicts).orElse(List.of()),
                facts(evidence),
                evidence.addresses().stream().map(HostView::address).toList());
    }

    private static List<Verdict> verdicts(ExchangeVerdictRow row) {
        return List.of(
                Verdict.of("Addresses signed with DNSSEC", row.dnssec(), ""),
                Verdict.of(
                        "STARTTLS",
                        row.starttls(),
                        "%d of %d addresses gave an answer".formatted(row.measured(), row.addresses())),
                Verdict.of("Trusted certificate", row.certificateTrusted(), ""),
                Verdict.of("Certificate for the MX host", row.certificateName(), ""),
                Verdict.of("DANE", row.dane(), Facts.phrases(Facts.sentence(row.daneCause()))));
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
                .text("Provider", row.provider())
                .add("Provider told by", row.method().replace('_', ' '))
                .add("Confidence", row.confidence())
                .add("Mailbox host", row.kind() == ProviderKind.FILTER ? "unknown behind this filtering service" : null)
                .list();
    }

    private static List<Fact> issued(List<String> issuers) {
        return new Facts().texts("Certificates issued by", issuers).list();
    }

    private static List<Fact> dns(HostRow row) {
        return new Facts()
                .add("A", Facts.phrases(words(row.aStatus()), words(row.aSecurity()), words(row.aFailure())))
                .add(
                        "AAAA",
                        Facts.phrases(words(row.aaaaStatus()), words(row.aaaaSecurity()), words(row.aaaaFailure())))
                .texts(
                        "Addresses",
                        row.addresses().stream().map(HostRow.Address::ip).toList())
                .texts("Alias of", row.cname())
                .add(
                        "TLSA",
                        Facts.phrases(words(row.tlsaStatus()), words(row.tlsaSecurity()), words(row.tlsaFailure())))
                .text("TLSA base domain", row.tlsaBase())
                .texts(
                        "TLSA records",
                        row.tlsa().stream().map(HostView::presentation).toList())
                .add("Extended DNS error", row.edeCode())
                .text("Its text", row.edeText())
                .texts("Name servers of the failing zone", row.zoneNs())
                .list();
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
                        Verdict.of("STARTTLS", row.starttls(), Facts.phrases(row.reason())),
                        Verdict.of("TLS 1.3", row.tls13(), ""),
                        Verdict.of(
                                "Trusted certificate",
                                row.certificateTrusted(),
                                Facts.phrases(words(row.certificateFault()))),
                        Verdict.of("Certificate for the MX host", row.certificateName(), ""),
                        Verdict.of("Complete chain", row.chainComplete(), Facts.phrases(words(row.chain()))),
                        Verdict.of("Nothing that RFC 9325 forbids", row.tlsSound(), Facts.phrases(quality(row))),
                        Verdict.of("Post-quantum key exchange", row.postQuantum(), ""),
                        Verdict.of(
                                "DANE",
                                row.dane(),
                                Facts.phrases(
                                        Facts.sentence(row.daneCause()),
                                        row.daneMatch() == null ? null : "matches " + row.daneMatch())))
                .toList();
    }

    /// The grade, and each flaw with its section of RFC 9325.
    private static @Nullable String quality(HostVerdictRow row) {
        String flaws = row.tlsFlaws().stream()
                .map(flaw -> flaw.phrase() + " (" + flaw.section() + ")")
                .collect(Collectors.joining(", "));
        return row.tlsGrade() == null ? null : words(row.tlsGrade()) + (flaws.isEmpty() ? "" : ": " + flaws);
    }

    private static List<Fact> dialogue(SmtpRow row) {
        return new Facts()
                .add("Observed", row.observedAt())
                .add("Outcome", row.outcome())
                .add("Ended at", row.stage())
                .text("Cause", row.cause())
                .text("Alert", row.alert())
                .text("Detail", row.detail())
                .text(
                        "Deciding reply",
                        Facts.phrases(
                                row.replyCode() == null
                                        ? null
                                        : row.replyCode() + " " + (row.reply() == null ? "" : row.reply())))
                .text("Banner", row.banner())
                .text("Name in its EHLO reply", row.ehloName())
                .texts("Extensions", row.extensions())
                .text("Name in its EHLO reply after TLS", row.ehloNameAfterTls())
                .texts("Extensions after TLS", row.extensionsAfterTls())
                .text("Plain text after STARTTLS, before TLS", row.plaintext())
                .text("Server name sent (SNI)", row.sni())
                .text("TLS", row.tls() == null ? null : session(row.tls()))
                .texts(
                        "Looked at again",
                        row.secondLooks().stream().map(look -> look(row, look)).toList())
                .text("Taken over from", row.reusedFrom())
                .add("Attempt", row.attempt())
                .add(
                        "Took",
                        "%d ms to connect, %d ms for the handshake, %d ms in all"
                                .formatted(row.connectMs(), row.handshakeMs(), row.elapsedMs()))
                .list();
    }

    private static String look(SmtpRow row, SmtpRow.SecondLookCell look) {
        boolean established = look.tls() != null;
        return Facts.phrases(
                words(look.purpose()) + ": " + words(look.outcome()),
                look.tls() == null ? null : session(look.tls()),
                established
                        ? (look.chain().equals(row.chain()) ? "the same certificates" : "other certificates")
                        : null,
                look.cause(),
                look.alert(),
                look.detail(),
                look.replyCode() == null ? null : look.replyCode() + " " + look.reply());
    }

    private static List<Fact> certificate(CertificateRow row) {
        return new Facts()
                .text("Subject", row.subject())
                .text("Issuer", row.issuer())
                .texts("Names", row.names())
                .add(
                        "Valid",
                        row.notBefore() == null || row.notAfter() == null
                                ? null
                                : "%s to %s".formatted(row.notBefore(), row.notAfter()))
                .text(
                        "Key",
                        Facts.phrases(
                                row.keyAlgorithm(),
                                row.keySize() == null ? null : row.keySize() + " bits",
                                row.signatureAlgorithm()))
                .text("SHA-256", row.sha256())
                .text("SHA-256 of its key (SPKI)", row.spkiSha256())
                .list();
    }

    private static String session(SmtpRow.Tls tls) {
        String group = tls.group();
        return Facts.phrases(
                tls.version(),
                tls.cipher(),
                // draft-ietf-tls-ecdhe-mlkem: every group that holds against quantum computers has ML-KEM in it.
                group == null || !group.contains("MLKEM") ? group : group + " (post-quantum)",
                tls.signature());
    }

    private static String presentation(HostRow.Tlsa tlsa) {
        return "%d %d %d %s".formatted(tlsa.usage(), tlsa.selector(), tlsa.matching(), tlsa.data());
    }

    private static @Nullable String words(@Nullable Enum<?> constant) {
        return Tone.wordsOf(constant).orElse(null);
    }
}
