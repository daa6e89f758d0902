package org.mxcensus.cli.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.TestLab;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// The same world, seen by `check` and by `mta-sts-query`.
@Tag("full")
class MtaStsQueryTest {
    private static final List<QueryCase> CASES = QueryCases.all();
    private static final World WORLD = world();

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Map<String, String> theirs;

    @BeforeAll
    static void askThem() throws Exception {
        theirs = MtaStsQuery.ask(WORLD, folder);
        lab = TestLab.start(WORLD, folder);
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    static IntStream numbers() {
        return IntStream.range(0, CASES.size());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void bothSayWhatTheyAreToSay(int number) throws Exception {
        QueryCase one = CASES.get(number);

        assertThat(theirs.get(name(number))).as("mta-sts-query of %s", one).isEqualTo(one.theirs());
        assertThat(ours(name(number))).as("check of %s", one).isEqualTo(one.verdict());
    }

    @Test
    void aDifferenceHasItsSection() {
        assertThat(CASES)
                .hasSizeGreaterThan(40)
                .allSatisfy(one -> assertThat(one.because())
                        .as("%s", one)
                        .matches(one.verdict().equals(one.theirs()) ? "" : "RFC 8461 §.*"));
    }

    private static String ours(String domain) throws Exception {
        CommandRun run = CommandRun.of(lab.with("check", domain, "--json"));
        JsonNode json = new JsonMapper().readTree(run.out());
        JsonNode verdict = json.get("domain_verdicts").get(0);
        String mode = verdict.get("mta_sts_mode").asText("");
        if (verdict.get("mta_sts").asText().equals("NOT_DEPLOYED")) {
            return "NONE";
        }
        // With a mode there is a policy, whether or not the MX hosts fulfil it; the program does not look at those.
        return mode.isEmpty()
                ? "FETCH_ERROR"
                : "VALID " + mode + " "
                        + json.get("domains").get(0).get("sts_record").get("id").asText();
    }

    private static World world() {
        List<Spec> specs = new ArrayList<>(List.of(ZoneSpec.of("nl"), ZoneSpec.of("net")));
        IntStream.range(0, CASES.size())
                .mapToObj(number -> CASES.get(number).domain(name(number)))
                .forEach(specs::add);
        specs.add(DomainSpec.of("mailhost.net"));
        specs.add(HostSpec.of(QueryCase.MX).withAddresses("127.9.1.1"));
        return World.of(specs);
    }

    private static String name(int number) {
        return "case%02d.nl".formatted(number);
    }
}
