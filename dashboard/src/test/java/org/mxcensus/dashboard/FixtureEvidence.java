package org.mxcensus.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.analyzer.evidence.AddressEvidence;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.analyzer.evidence.DomainHistory;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.evidence.Hit;
import org.mxcensus.analyzer.evidence.HostEvidence;
import org.mxcensus.analyzer.evidence.HostHistory;
import org.mxcensus.analyzer.evidence.HostUsers;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.PolicyStatus;
import org.mxcensus.datasets.schema.ProviderConfidence;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TlsFailure;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TlsTraits;
import org.mxcensus.datasets.schema.TlsaStatus;

/// One domain with everything, whose mail host says markup wherever a peer may say something; one domain in the frame
/// that nobody observed.
record FixtureEvidence() implements Evidence {
    static final String DOMAIN = "example.nl";
    static final String UNSEEN = "unseen.nl";
    static final String HOST = "mx1.big.example";

    /// What the mail host, the policy host and the certificate say.
    static final String MARKUP = "<script>alert('mx')</script>\"'><b>";

    private static final LocalDate CRAWL = FixtureTrends.FIRST.plusMonths(11);
    private static final Instant SEEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final String SHA = "ab".repeat(32);

    @Override
    public Optional<DomainEvidence> domain(String domain) {
        return switch (domain) {
            case DOMAIN ->
                Optional.of(new DomainEvidence(
                        CRAWL,
                        DOMAIN,
                        List.of(new FrameRow(DOMAIN, "demo", "nl", true, List.of("ns1.big.example"), null)),
                        Optional.of(domainRow(DOMAIN)),
                        Optional.of(verdict(11)),
                        List.of(certificate()),
                        List.of(hostEvidence())));
            case UNSEEN ->
                Optional.of(new DomainEvidence(
                        CRAWL,
                        UNSEEN,
                        List.of(new FrameRow(UNSEEN, "demo", "nl", null, null, null)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<DomainEvidence> domain(String domain, LocalDate crawl) {
        return domain(domain).filter(evidence -> evidence.crawl().equals(crawl));
    }

    @Override
    public List<DomainHistory> history(String domain) {
        return IntStream.range(0, domain.equals(DOMAIN) ? 12 : 0)
                .mapToObj(month -> new DomainHistory(FixtureTrends.FIRST.plusMonths(month), verdict(month)))
                .toList();
    }

    @Override
    public Optional<HostEvidence> host(String host) {
        return host.equals(HOST) ? Optional.of(hostEvidence()) : Optional.empty();
    }

    /// A new certificate in the tenth crawl whose record comes in the eleventh; in the third the look-up fails.
    @Override
    public List<HostHistory> hostHistory(String host) {
        return IntStream.range(0, host.equals(HOST) ? 12 : 0)
                .mapToObj(month -> new HostHistory(
                        FixtureTrends.FIRST.plusMonths(month),
                        hostRow(
                                month == 2 ? TlsaStatus.FAILED : TlsaStatus.FOUND,
                                month == 2
                                        ? List.of()
                                        : List.of(new HostRow.Tlsa(3, 1, 1, (month < 10 ? "ab" : "cd").repeat(32)))),
                        hostEvidence().verdict(),
                        List.of(month < 9 ? "12".repeat(32) : SHA)))
                .toList();
    }

    @Override
    public HostUsers usersOf(String host, int limit) {
        return new HostUsers(900, List.of(DOMAIN, UNSEEN));
    }

    @Override
    public List<Hit> search(String text, int limit) {
        return Stream.of(
                        new Hit(Hit.Kind.DOMAIN, DOMAIN),
                        new Hit(Hit.Kind.HOST, HOST),
                        new Hit(Hit.Kind.PROVIDER, "big.example"),
                        new Hit(Hit.Kind.PROVIDER, FixtureTrends.HOSTILE),
                        new Hit(Hit.Kind.PROVIDER, FixtureTrends.TINY),
                        new Hit(Hit.Kind.TLD, "nl"))
                .filter(hit -> hit.key().contains(text))
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {}

    static DomainRow domainRow(String domain) {
        return new DomainRow(
                domain,
                SEEN,
                MxStatus.HOSTS,
                Security.SECURE,
                null,
                null,
                null,
                List.of(new DomainRow.Mx(10, HOST)),
                3600L,
                1L,
                null,
                new DomainRow.Spf(RecordStatus.VALID, "v=spf1 mx -all", null),
                new DomainRow.Dmarc(RecordStatus.VALID, "reject", "v=DMARC1; p=reject", null),
                Hint.PRESENT,
                Hint.ABSENT,
                Hint.ABSENT,
                new DomainRow.StsRecordCell(RecordStatus.VALID, "1", "v=STSv1; id=1", null, null),
                new DomainRow.StsPolicyCell(
                        PolicyStatus.FETCHED,
                        "enforce",
                        86400L,
                        List.of("*.big.example"),
                        "version: STSv1\nmode: enforce\nmx: *.big.example\nmax_age: 86400\n" + MARKUP + "\n",
                        false,
                        "text/plain",
                        200,
                        null,
                        null,
                        null,
                        List.of(SHA)),
                new DomainRow.TlsRpt(
                        RecordStatus.VALID,
                        List.of("mailto:t@example.nl"),
                        "v=TLSRPTv1; rua=mailto:t@example.nl",
                        null),
                List.of("ns1.big.example", "ns2.big.example"),
                12,
                85,
                "here");
    }

    private static HostEvidence hostEvidence() {
        return new HostEvidence(
                CRAWL,
                HOST,
                Optional.of(hostRow()),
                List.of(new AddressEvidence(
                        smtpRow(),
                        Optional.of(new HostVerdictRow(
                                HOST,
                                "127.9.1.1",
                                Finding.YES,
                                Finding.YES,
                                Finding.YES,
                                null,
                                Finding.NO,
                                DaneStatus.MISMATCH,
                                DaneCause.NO_MATCH,
                                null,
                                SHA,
                                TlsGrade.ADEQUATE,
                                List.of(TlsFlaw.NO_AEAD),
                                Finding.NO,
                                ChainStatus.WITH_ROOT,
                                null,
                                TlsTraits.UNMEASURED)),
                        List.of(certificate()))),
                Optional.of(new ExchangeVerdictRow(
                        HOST,
                        1,
                        1,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Finding.NO,
                        Finding.YES,
                        Finding.NO,
                        Finding.YES,
                        DaneStatus.MISMATCH,
                        Finding.YES,
                        DaneCause.NO_MATCH,
                        TlsTraits.UNMEASURED,
                        List.of("Example Trust"))),
                Optional.of(new HostProviderRow(
                        HOST, "big.example", "certificate", ProviderConfidence.MEDIUM, ProviderKind.FILTER)));
    }

    static HostRow hostRow() {
        return hostRow(TlsaStatus.FOUND, List.of(new HostRow.Tlsa(3, 1, 1, "cd".repeat(32))));
    }

    private static HostRow hostRow(TlsaStatus status, List<HostRow.Tlsa> records) {
        return new HostRow(
                HOST,
                SEEN,
                "big.example",
                AnswerStatus.FOUND,
                Security.SECURE,
                null,
                3600L,
                AnswerStatus.NO_DATA,
                Security.SECURE,
                null,
                null,
                List.of(new HostRow.Address("127.9.1.1", null)),
                List.of(),
                status,
                HOST,
                null,
                3600L,
                records,
                null,
                null,
                null,
                List.of(),
                4,
                20);
    }

    static SmtpRow smtpRow() {
        return new SmtpRow(
                HOST,
                "127.9.1.1",
                SEEN,
                SmtpStatus.TLS_ESTABLISHED,
                null,
                null,
                null,
                null,
                220,
                "ready " + MARKUP,
                "220 mx1 ESMTP " + MARKUP,
                "mx1.big.example",
                List.of("STARTTLS", "SIZE 10000000"),
                "mx1.inside.example",
                List.of("SIZE 10000000"),
                "250 injected " + MARKUP,
                HOST,
                new SmtpRow.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", "X25519", "ecdsa_secp256r1_sha256"),
                List.of(SHA),
                1,
                null,
                null,
                null,
                2,
                5,
                20,
                List.of(new SmtpRow.SecondLookCell(
                        SecondLook.Purpose.OTHER_KEY,
                        SmtpStatus.HANDSHAKE_FAILED,
                        SmtpStage.HANDSHAKE,
                        "ALERT",
                        "handshake_failure",
                        "",
                        null,
                        null,
                        null,
                        List.of())));
    }

    static CertificateRow certificate() {
        return new CertificateRow(
                SHA,
                Binary.fromReusedByteArray(MARKUP.getBytes(StandardCharsets.UTF_8)),
                "CN=" + MARKUP,
                "CN=Lab CA",
                List.of("other.example"),
                List.of("other.example"),
                SEEN.minusSeconds(86400),
                SEEN.plusSeconds(90 * 86400),
                "EC",
                256,
                "SHA256withECDSA",
                "ef".repeat(32),
                "1",
                false,
                List.of());
    }

    private static DomainVerdictRow verdict(int month) {
        DaneStatus dane = Map.of(0, DaneStatus.NOT_DEPLOYED, 1, DaneStatus.UNMEASURED, 11, DaneStatus.MISMATCH)
                .getOrDefault(month, DaneStatus.VALID);
        return new DomainVerdictRow(
                DOMAIN,
                Finding.YES,
                List.of(HOST),
                Finding.YES,
                month == 1 ? Finding.UNMEASURED : Finding.YES,
                Finding.YES,
                Finding.YES,
                Finding.NO,
                Finding.NO,
                Finding.YES,
                Finding.NO,
                Finding.YES,
                dane,
                month == 11 ? DaneCause.NO_MATCH : null,
                HOST,
                "127.9.1.1",
                Finding.YES,
                dane.valid(),
                new DaneHosts(1, 1, 0, dane, null, dane, Finding.NO),
                StsStatus.BROKEN,
                "enforce",
                StsCause.MX_CERTIFICATE,
                "the certificate does not name the MX host",
                HOST,
                List.of(),
                List.of(),
                Finding.YES,
                Finding.NO,
                deliveries(),
                "big.example",
                false,
                List.of("dns.example"),
                TlsTraits.UNMEASURED,
                List.of("Example Trust"));
    }

    private static Deliveries deliveries() {
        Delivery encrypted = Delivery.of(SenderOutcome.ENCRYPTED);
        Delivery mismatch = new Delivery(SenderOutcome.DEFERRED, TlsFailure.TLSA_INVALID, HOST);
        Delivery name = new Delivery(SenderOutcome.DEFERRED, TlsFailure.CERTIFICATE_HOST_MISMATCH, HOST);
        return new Deliveries(encrypted, mismatch, mismatch, name, name, mismatch);
    }
}
