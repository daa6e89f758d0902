package org.mxcensus.datasets.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.ledger.fuzz.Fuzz;

/// What domains publish and hosts show, changed at random: each is read or refused, within measure, and never thrown
/// at.
class RecordsUnderFuzzTest {

    @Test
    void stsRecords() throws Exception {
        fuzz("sts", "v=STSv1; id=20160831085700Z;", "v=STSv1;id=1; a-b=c d; x=%20", "v=spf1 -all")
                .run(input -> assertThat(Sts.select(texts(input))).isNotNull());
    }

    @Test
    void policies() throws Exception {
        fuzz(
                        "policy",
                        "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n",
                        "version:STSv1\nmode:testing\nmx:a\nmax_age:0\nextra: é \u00a0\n",
                        "\ufeffversion: STSv1\n\nmode: none\nmax_age: 31557600")
                .run(input -> {
                    String text = new String(input, UTF_8);
                    if (StsPolicy.parse(text) instanceof StsPolicy.Parsed parsed) {
                        parsed.policy().matches("mail.example.com");
                    }
                    assertThat(StsPolicy.parse(text, true)).isNotNull();
                });
    }

    @Test
    void tlsReporting() throws Exception {
        fuzz("tlsrpt", "v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/r?x=1", "v=TLSRPTv1;rua=mailto:x;e=f")
                .run(input -> assertThat(TlsRpt.select(texts(input))).isNotNull());
    }

    @Test
    void spf() throws Exception {
        fuzz(
                        "spf",
                        "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 include:%{d2r.-}.example.net mx/24//64 ~all",
                        "v=spf1 exists:%{i}._%{l1r+}.%{d} redirect=_spf.example.com exp=%%%_%-.x",
                        "v=spf1 a:example.com ?ptr -all")
                .run(input -> assertThat(Spf.select(texts(input))).isNotNull());
    }

    @Test
    void dmarc() throws Exception {
        fuzz(
                        "dmarc",
                        "v=DMARC1; p=reject; sp=none; rua=mailto:a@example.com!10m, mailto:b@example.com; pct=50; np=none",
                        "v=DMARC1;p=quarantine;adkim=s;aspf=r;fo=0:1:d:s;t=y;psd=u")
                .run(input -> assertThat(Dmarc.select(texts(input))).isNotNull());
    }

    @Test
    void tlsaRecords() throws Exception {
        fuzz("tlsa", "3 1 1 " + "ab".repeat(32), "2 0 2 " + "00".repeat(64), "255 255 255 -")
                .run(input -> assertThat(Tlsa.parse(new String(input, UTF_8))).isNotNull());
    }

    @Test
    void namesOfDomains() throws Exception {
        fuzz(
                        "name",
                        "Example.NL.",
                        "größe.example",
                        "xn--gre-6ka8i.example",
                        "*._tcp.a-b.例え.テスト",
                        "a".repeat(63) + ".b")
                .run(input -> {
                    if (DomainNames.normalize(new String(input, UTF_8)) instanceof NameOutcome.Name name) {
                        assertThat(DomainNames.normalize(name.name())).isEqualTo(name);
                    }
                });
    }

    @Test
    void certificates() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("rsa", "ec", "ed25519")) {
            try (var pem = Files.newInputStream(
                    Path.of("src/test/resources/org/mxcensus/datasets/records/" + name + ".pem"))) {
                seeds.add(CertificateFactory.getInstance("X.509")
                        .generateCertificate(pem)
                        .getEncoded());
            }
        }
        new Fuzz("certificate", seeds).run(input -> {
            CertificateObservation seen = new CertificateObservation(Sha256.of(input), input);
            assertThat(CertificateMapping.toRow(seen).der().getBytes()).isEqualTo(input);
        });
    }

    private static Fuzz fuzz(String name, String... seeds) {
        return new Fuzz(name, Stream.of(seeds).map(seed -> seed.getBytes(UTF_8)).toList());
    }

    /// Several records, one a line.
    private static List<String> texts(byte[] input) {
        return new String(input, UTF_8).lines().toList();
    }
}
