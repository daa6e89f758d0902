package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.Tier;

/// One domain of a world with every fixture, compared with the world's truth.
class CheckCommandTest {

    @TempDir
    static Path folder;

    private static final World WORLD = World.everyFixture();
    private static final Truth TRUTH = Truth.of(WORLD);
    private static TestLab lab;

    @BeforeAll
    static void startTheWorld() {
        lab = TestLab.start(WORLD, folder);
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("domains")
    void theVerdictsAreTheTruth(String domain) throws Exception {
        DomainTruth truth = TRUTH.domain(domain);

        JsonNode json = check(domain);

        JsonNode seen = json.get("domains").get(0);
        JsonNode verdict = json.get("domain_verdicts").get(0);
        assertThat(seen.get("mx_status").asText()).isEqualTo(truth.mxStatus());
        assertThat(seen.get("mx_security").asText("")).isEqualTo(truth.mxSecurity());
        assertThat(Stream.of("dkim_hint", "openpgpkey_hint", "smimea_hint")
                        .map(column -> seen.get(column).asText()))
                .containsExactlyElementsOf(truth.hints());
        assertThat(verdict.get("dane").asText("")).isEqualTo(truth.dane());
        assertThat(verdict.get("mta_sts").asText("")).isEqualTo(truth.mtaSts());
    }

    @Test
    void everyTableStandsUnderItsOwnNamesAndColumns() throws Exception {
        JsonNode json = check(withTls());

        assertThat(json.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "domains",
                        "mx_hosts",
                        "smtp",
                        "certificates",
                        "host_verdicts",
                        "exchange_verdicts",
                        "domain_verdicts");
        Table.OBSERVED.stream()
                .filter(table -> table != Table.FRAME)
                .forEach(table -> assertThat(
                                json.get(table.name()).get(0).propertyStream().map(Map.Entry::getKey))
                        .containsExactlyElementsOf(columns(table)));
    }

    @Test
    void certificatesAreThereAsTheyWereSent() throws Exception {
        for (JsonNode row : check(withTls()).get("certificates")) {
            byte[] der = row.get("der").binaryValue();

            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(der)))
                    .isEqualTo(row.get("sha256").textValue());
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)))
                    .isNotNull();
        }
    }

    @Test
    void validationInThisProcessSaysTheSame() throws Exception {
        String domain = withTls();
        List<String> words = new ArrayList<>(lab.with("check", domain, "--json"));
        words.addAll(List.of("--trust-anchor", lab.anchor().toString()));

        CommandRun run = CommandRun.of(words);

        assertThat(run.err()).isEmpty();
        assertThat(new JsonMapper().readTree(run.out()).get("domain_verdicts"))
                .isEqualTo(check(domain).get("domain_verdicts"));
    }

    @Test
    void aPersonGetsVerdictsAndEvidenceOnOneScreen() {
        CommandRun run = CommandRun.of(lab.with("check", withTls()));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(withTls())
                .contains(
                        "senders can prove",
                        "DANE",
                        "valid",
                        "matches TLSA 3 1 1",
                        "A sender that",
                        "to a proven server")
                .doesNotContain("\u001b", "null");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatIsBrokenComesWithWhatToChange() {
        CommandRun run = CommandRun.of(lab.with("check", broken()));

        assertThat(run.out())
                .contains("What to change", " (RFC ", " §", "does not deliver")
                .contains("Mail does not arrive from senders that follow DANE");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void whoeverWantsGetsEverything() {
        CommandRun run = CommandRun.of(lab.with("check", withTls(), "--verbose"));

        assertThat(run.out())
                .contains(
                        "certificate for",
                        "TLS quality",
                        "DANE by host",
                        "follows DANE as Postfix does",
                        "follows both, DANE first")
                .doesNotContain("null");
    }

    @Test
    void hintsAreToldFromFindings() {
        assertThat(CommandRun.of(lab.with("check", "hints-nxdomain-dkim-signed.nl", "--verbose"))
                        .out())
                .containsPattern("DKIM, a hint +something is published")
                .containsPattern("SMIMEA, a hint +nothing is published");
        assertThat(CommandRun.of(lab.with("check", "hints-wildcard-dkim-signed.nl", "--verbose"))
                        .out())
                .containsPattern("DKIM, a hint +could not tell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-domain.nl"})
    void aDomainThatDoesNotExistIsAnAnswerToo(String domain) {
        CommandRun run = CommandRun.of(lab.with("check", domain));

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("the domain does not exist");
    }

    /// Every domain; in the default tier, [#oneOfEach].
    static Stream<String> domains() {
        return Tier.current() == Tier.DEFAULT
                ? oneOfEach()
                : WORLD.domains().stream().map(DomainSpec::name);
    }

    /// One domain for each pair of verdicts, for each kind of MX answer, and for each kind of hints.
    private static Stream<String> oneOfEach() {
        Collection<DomainTruth> domains = TRUTH.domains().values();
        return Stream.of(
                        firstOfEach(domains, domain -> List.of(domain.dane(), domain.mtaSts())),
                        firstOfEach(domains, domain -> List.of(domain.mxStatus(), domain.mxSecurity())),
                        firstOfEach(domains, DomainTruth::hints))
                .flatMap(Collection::stream)
                .map(DomainTruth::domain)
                .distinct();
    }

    private static Collection<DomainTruth> firstOfEach(
            Collection<DomainTruth> domains, Function<DomainTruth, List<String>> kind) {
        return domains.stream()
                .collect(Collectors.toMap(kind, Function.identity(), (first, next) -> first, LinkedHashMap::new))
                .values();
    }

    private static JsonNode check(String domain) throws Exception {
        CommandRun run = CommandRun.of(lab.with("check", domain, "--json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        return new JsonMapper().readTree(run.out());
    }

    /// A domain with valid DANE.
    private static String withTls() {
        return TRUTH.domains().values().stream()
                .filter(truth -> truth.dane().equals("VALID"))
                .map(DomainTruth::domain)
                .findFirst()
                .orElseThrow();
    }

    /// A domain with TLSA records of which none matches.
    private static String broken() {
        return TRUTH.domains().values().stream()
                .filter(truth -> truth.dane().equals("MISMATCH"))
                .map(DomainTruth::domain)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> columns(Table<?> table) {
        return Stream.of(table.row().getRecordComponents())
                .map(component -> component
                        .getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT))
                .toList();
    }
}
