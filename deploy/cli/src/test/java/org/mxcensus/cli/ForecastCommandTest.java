package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.crawler.forecast.Input;
import org.mxcensus.datasets.store.Manifests;

class ForecastCommandTest {

    @Test
    void thePlanIsJsonWhoseNumbersAddUp() throws IOException {
        CommandRun run = CommandRun.of(
                "forecast", "--domains", "50000", "--partitions", "4", "--json", "--set", "lost-share=0.01");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        JsonNode plan = Manifests.JSON.readTree(run.out());
        assertThat(plan.get("domains").asLong()).isEqualTo(50_000);
        JsonNode targets = plan.get("targets");
        assertThat(targets.get("targets").asLong())
                .isEqualTo(targets.get("measured").asLong()
                        + targets.get("reused").asLong()
                        + targets.get("unmeasured").asLong())
                .isPositive();
        JsonNode hours = plan.get("hours");
        assertThat(hours.get("domains").asDouble())
                .isLessThanOrEqualTo(hours.get("crawl").asDouble());
        assertThat(hours.get("first_tries").asDouble())
                .isLessThanOrEqualTo(hours.get("crawl").asDouble());
        JsonNode storage = plan.get("storage");
        assertThat(storage.get("work").asLong())
                .isEqualTo(storage.get("frame").asLong()
                        + storage.get("domains").asLong()
                        + storage.get("hosts").asLong()
                        + storage.get("smtp").asLong()
                        + storage.get("certificates").asLong());
        assertThat(plan.get("slowest")).hasSize(10);
        assertThat(plan.get("inputs")).hasSize(Input.values().length);
        assertThat(plan.get("inputs"))
                .filteredOn(input -> input.get("given").asBoolean())
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.get("name").asText()).isEqualTo("lost-share");
                    assertThat(input.get("value").asDouble()).isEqualTo(0.01);
                });
    }

    @Test
    void aPersonSeesOneScreenThatSaysWhatIsAssumed() {
        CommandRun run = CommandRun.of("forecast", "--domains", "50000", "--partitions", "4", "--pace", "gentle");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().count()).isLessThanOrEqualTo(50);
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(130));
        assertThat(run.out())
                .contains("50,000 domains with 8 workers", "crawl ended", "bound by", "unmeasured: our own limits")
                .contains("Assumed, not measured", "silent-share", "The slowest networks");
    }

    @Test
    void inputsAreListedWithTheirSources() {
        CommandRun run = CommandRun.of("forecast", "--inputs", "--set", "slow-seconds=20");

        assertThat(run.out().lines()).hasSize(Input.values().length);
        assertThat(run.out()).containsPattern("slow-seconds +20 +chosen").containsPattern("far-seconds +0.8 +assumed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--workers 0              | --workers",
                "--pace hasty             | hasty",
                "--reuse sometimes        | sometimes",
                "--set moon-phase=1       | moon-phase",
                "--set silent-share=7     | silent-share",
            })
    void whatMakesNoSenseEndsInOneSentence(String words, String named) {
        CommandRun run = CommandRun.of(("forecast " + words).split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().contains(named);
    }
}
