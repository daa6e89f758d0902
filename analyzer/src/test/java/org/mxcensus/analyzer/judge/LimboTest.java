package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.Sha256;

/// The cases of x509-limbo (C2SP, version of 2023-12-02) through the judge, as a sender with MTA-STS judges an MX host:
/// a path to a trusted root and a dNSName for the host.
@Tag("full")
class LimboTest {
    /// When the cases without a date of their own were made to be valid.
    private static final Instant MADE = Instant.parse("2023-12-02T00:00:00Z");

    /// Why a case does not concern a client that sends mail; empty where it does.
    private static Optional<String> excluded(JsonNode test) {
        String id = test.path("id").asText();
        List<String> features = new ArrayList<>();
        test.path("features").forEach(feature -> features.add(feature.asText()));
        if (!test.path("validation_kind").asText().equals("SERVER")) {
            return Optional.of("authentication of clients");
        }
        if (test.path("expected_peer_name").path("kind").asText().equals("IP")) {
            return Optional.of("MX hosts have names, not addresses");
        }
        if (features.contains("max-chain-depth")) {
            return Optional.of("asks for a limit on depth set by the caller");
        }
        if (features.stream().anyMatch(feature -> feature.startsWith("pedantic-webpki"))
                || features.contains("pedantic-public-suffix-wildcard")) {
            return Optional.of("rules for public authorities, which bind browsers");
        }
        return features.contains("rfc5280-incompatible-with-webpki")
                ? Optional.of("contradicted by its namesake of the web PKI")
                : Optional.empty();
    }

    // RFC 5280 binds authorities to more than it has clients check (§6.1). The libraries of mail servers take these.
    private static final String IDENTIFIERS = "key identifiers help to build paths (RFC 5280 §4.2.1.1), no more";
    private static final String MARKING = "authorities must mark it otherwise; §6.1 has no client check that";
    private static final String LEAF_AS_AUTHORITY = "what the leaf says of issuing others is idle while it issues none";
    private static final String SERIAL = "odd serial numbers are to be handled gracefully (RFC 5280 §4.1.2.2)";
    private static final String EMPTY_CONSTRAINTS = "constraints that constrain nothing are taken for none";

    /// Where the judge says otherwise, and why. Exactly these: one that comes to agree has to go.
    private static final Map<String, String> DISAGREEMENTS = Map.ofEntries(
            Map.entry("rfc5280::aki::critical-aki", MARKING),
            Map.entry("rfc5280::aki::cross-signed-root-missing-aki", IDENTIFIERS),
            Map.entry("rfc5280::aki::intermediate-missing-aki", IDENTIFIERS),
            Map.entry("rfc5280::aki::leaf-missing-aki", IDENTIFIERS),
            Map.entry("rfc5280::ski::intermediate-missing-ski", IDENTIFIERS),
            Map.entry("rfc5280::ski::root-missing-ski", IDENTIFIERS),
            Map.entry("webpki::aki::root-with-aki-all-fields", IDENTIFIERS),
            Map.entry("webpki::aki::root-with-aki-authoritycertissuer", IDENTIFIERS),
            Map.entry("webpki::aki::root-with-aki-authoritycertserialnumber", IDENTIFIERS),
            Map.entry("webpki::aki::root-with-aki-missing-keyidentifier", IDENTIFIERS),
            Map.entry("webpki::aki::root-with-aki-ski-mismatch", IDENTIFIERS),
            Map.entry("rfc5280::leaf-ku-keycertsign", LEAF_AS_AUTHORITY),
            Map.entry("webpki::ee-basicconstraints-ca", LEAF_AS_AUTHORITY),
            Map.entry("rfc5280::nc::not-allowed-in-ee-critical", LEAF_AS_AUTHORITY),
            Map.entry("rfc5280::nc::not-allowed-in-ee-noncritical", LEAF_AS_AUTHORITY),
            Map.entry("rfc5280::nc::nc-permits-invalid-dns-san", "a further name that is none is passed over"),
            Map.entry(
                    "rfc5280::nc::permitted-dn-match",
                    "the leaf has no dNSName: RFC 9525 §6 never takes the common name"),
            Map.entry("rfc5280::root-non-critical-basic-constraints", MARKING),
            Map.entry("webpki::san::san-critical-with-nonempty-subject", MARKING),
            Map.entry("rfc5280::serial::negative", SERIAL),
            Map.entry("rfc5280::serial::too-long", SERIAL),
            Map.entry("rfc5280::serial::zero", SERIAL),
            Map.entry("webpki::forbidden-signature-algorithm-in-root", "a root's signature on itself proves nothing"),
            Map.entry("webpki::malformed-aia", "where an issuer could be fetched from is of no use here"),
            Map.entry("webpki::nc::intermediate-permitted-excluded-subtrees-both-empty-sequences", EMPTY_CONSTRAINTS),
            Map.entry("webpki::nc::intermediate-permitted-excluded-subtrees-both-null", EMPTY_CONSTRAINTS));

    private static final Map<String, Integer> EXCLUDED = Map.of(
            "MX hosts have names, not addresses", 8,
            "rules for public authorities, which bind browsers", 8,
            "asks for a limit on depth set by the caller", 5,
            "contradicted by its namesake of the web PKI", 1);

    @Test
    void theJudgeSaysWhatTheCasesExpectButForReasonsGiven() throws Exception {
        String data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the x509-limbo cases are not at hand");
        Map<String, String> disagreements = new TreeMap<>();
        Map<String, Integer> left = new TreeMap<>();
        int agreed = 0;
        for (JsonNode test : read(Path.of(data, "judges", "x509-limbo-2023-12-02.json.gz"))) {
            Optional<String> reason = excluded(test);
            if (reason.isPresent()) {
                left.merge(reason.get(), 1, Integer::sum);
                continue;
            }
            String said = judge(test);
            boolean expected = test.path("expected_result").asText().equals("SUCCESS");
            if (said.equals("good") == expected) {
                agreed++;
            } else {
                disagreements.put(
                        test.path("id").asText(),
                        "says " + said + ", expected "
                                + test.path("expected_result").asText());
            }
        }

        assertThat(disagreements.keySet()).as("%s", disagreements).isEqualTo(DISAGREEMENTS.keySet());
        assertThat(left).as("%s", left).isEqualTo(EXCLUDED);
        assertThat(agreed).isEqualTo(87);
    }

    /// `good`, or what is wrong.
    private static String judge(JsonNode test) throws IOException, CertificateException {
        List<X509Certificate> roots = new ArrayList<>();
        for (byte[] der : ders(test.path("trusted_certs"))) {
            Chain.parse(der).ifPresent(roots::add);
        }
        List<CertificateObservation> sent = Stream.concat(
                        Stream.of(der(test.path("peer_certificate").asText())),
                        ders(test.path("untrusted_intermediates")).stream())
                .map(der -> new CertificateObservation(Sha256.of(der), der))
                .toList();
        Instant at = test.path("validation_time").isNull()
                ? MADE
                : OffsetDateTime.parse(test.path("validation_time").asText()).toInstant();
        Chains.Judged judged = new Chains(TrustRoots.of(roots, "limbo"))
                .judge(sent.stream().map(CertificateObservation::sha256).toList(), Certificates.of(sent), at);
        if (judged.trust() instanceof Trust.Untrusted(var fault)) {
            return fault.name();
        }
        String host = test.path("expected_peer_name").path("value").asText();
        return Names.match(judged.leaf().dnsNames(), host) ? "good" : "another name";
    }

    private static List<byte[]> ders(JsonNode pems) throws IOException {
        List<byte[]> ders = new ArrayList<>();
        for (JsonNode pem : pems) {
            ders.add(der(pem.asText()));
        }
        return ders;
    }

    private static byte[] der(String pem) throws IOException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            return object.getContent();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new ObjectMapper().readTree(in).path("testcases");
        }
    }
}
