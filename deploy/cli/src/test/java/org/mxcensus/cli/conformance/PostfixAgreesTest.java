package org.mxcensus.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.conformance.CaseJudge;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.analyzer.conformance.Suite;
import org.mxcensus.analyzer.conformance.SuiteText;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.ledger.RealServer;

/// Given any case of the suite of DANE, a real Postfix says what we say, as posttls-finger and as a sender; or the case
/// tells why it does not.
///
/// With `-Dmxcensus.conformance.write=true` what Postfix says is written into the suite.
@Tag("full")
class PostfixAgreesTest {
    private static final Path FILE = Path.of("..", "..", "datasets", "conformance", "dane.json");
    private static final Suite<DaneCase> SUITE = SuiteText.bundled("dane", DaneCase.class);

    @TempDir
    private static Path folder;

    private static List<Difference.Found> found;

    @BeforeAll
    static void letPostfixMeetThemAll() throws Exception {
        Stream.of("nsd", "unbound", "postfix", "posttls-finger").forEach(RealServer::require);
        assumeTrue(OwnNetwork.isPossible(), "without root nobody can make a network of its own (unshare -n)");
        OwnNetwork.run(folder, Inside.class, folder.toString());
        Map<String, String> fingers =
                new ObjectMapper().readValue(folder.resolve(Inside.FINGERS_FILE).toFile(), new TypeReference<>() {});
        Map<String, Fate> fates = Fate.of(Files.readAllLines(folder.resolve("postfix.log")));
        CaseJudge judge = CaseJudge.of(SUITE, new Providers(PublicSuffixes.bundled()));
        found = SUITE.cases().stream()
                .map(given -> new Difference.Found(
                        given, judge.dane(given), FingerVerdict.of(fingers.get(given.id())), fates.get(given.domain())))
                .toList();
    }

    @Test
    void postfixSaysWhatTheSuiteSays() throws IOException {
        String measured = SuiteText.write(new Suite<>(
                SUITE.suite(),
                SUITE.version(),
                SUITE.certificates(),
                SUITE.roots(),
                SUITE.keys(),
                found.stream().map(PostfixAgreesTest::measured).toList()));
        if (Boolean.getBoolean("mxcensus.conformance.write")) {
            Files.writeString(FILE, measured);
        }

        assertThat(Files.readString(FILE)).isEqualTo(measured);
    }

    private static DaneCase measured(Difference.Found each) {
        return each.given()
                .expecting(each.given()
                        .expect()
                        .measured(each.finger().text(), each.difference().orElse(null)));
    }

    @Test
    void everyDifferenceHasItsReason() {
        assertThat(found)
                .hasSizeGreaterThan(150)
                .filteredOn(each -> each.difference().orElse("").startsWith("unexplained"))
                .extracting(each -> each.given().id() + " " + each.difference().orElseThrow())
                .isEmpty();
    }

    @Test
    void almostNoneDiffer() {
        assertThat(found.stream().filter(each -> !each.agree())).hasSizeLessThan(found.size() / 20);
    }
}
