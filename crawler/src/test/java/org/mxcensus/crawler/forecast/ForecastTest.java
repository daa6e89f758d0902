package org.mxcensus.crawler.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.datasets.store.UserError;

class ForecastTest {
    private static final long DOMAINS = 200_000;
    /// As many servers as fit a small frame.
    private static final Map<String, Double> SMALL = Map.of(
            "naming-addresses", 40.0, "naming-networks", 4.0, "hosting-servers", 300.0, "others-addresses", 200.0);

    @ParameterizedTest
    @EnumSource(ReuseRule.class)
    void everyTargetIsMeasuredOrTakenOverOrUnmeasured(ReuseRule reuse) {
        Plan plan = plan(PaceLimits.NORMAL, reuse, 8, SMALL);

        Counts counts = plan.targets();
        long hosting = DOMAINS / 10 + DOMAINS / 100;
        long naming = DOMAINS / 8 * 4;
        long own = Math.round(DOMAINS * 0.03 * 1.2);
        assertThat(counts.targets())
                .isEqualTo(counts.measured() + counts.reused() + counts.unmeasured())
                .isCloseTo(hosting + naming + naming / 10 + own + 200, within(20L));
        assertThat(plan.connections()).isGreaterThanOrEqualTo(counts.measured());
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertThat(plan(PaceLimits.NORMAL, ReuseRule.STRICT, 8, SMALL))
                .isEqualTo(plan(PaceLimits.NORMAL, ReuseRule.STRICT, 8, SMALL));
    }

    @ParameterizedTest
    @EnumSource(ReuseRule.class)
    void aSlowerPaceNeverEndsSooner(ReuseRule reuse) {
        List<Double> ends = List.of(50, 100, 200, 500, 1_000, 2_000).stream()
                .map(interval -> new PaceLimits(1, 4, 800, Duration.ofMillis(interval)))
                .map(limits -> plan(limits, reuse, 8, SMALL).hours().crawl())
                .toList();

        assertThat(ends).isSorted();
    }

    @Test
    void whoSparesHandshakesEndsNoLater() {
        double none = plan(PaceLimits.GENTLE, ReuseRule.NONE, 8, SMALL).hours().crawl();
        double strict =
                plan(PaceLimits.GENTLE, ReuseRule.STRICT, 8, SMALL).hours().crawl();
        double lenient =
                plan(PaceLimits.GENTLE, ReuseRule.LENIENT, 8, SMALL).hours().crawl();

        assertThat(List.of(lenient, strict, none)).isSorted();
        assertThat(none).isGreaterThan(2 * lenient);
    }

    /// 10,000 names at one address, half a second each and one after the other: the arithmetic is that of the rule.
    @Test
    void anAddressThatTellsItsNamesApartTakesAsLongAsItsNamesDo() {
        Map<String, Double> one = Map.of(
                "naming-share", 0.0,
                "others-share", 0.0,
                "parking-share", 0.0,
                "own-server-share", 0.0,
                "hosting-servers", 1.0,
                "hosting-own-chain-share", 1.0,
                "far-seconds", 0.5);
        Map<String, Double> well = Map.of(
                "silent-share", 0.0,
                "refusing-share", 0.0,
                "mute-share", 0.0,
                "plain-share", 0.0,
                "coming-back-share", 0.0,
                "never-share", 0.0,
                "slow-share", 0.0,
                "lost-share", 0.0);
        Map<String, Double> all = new HashMap<>(one);
        all.putAll(well);

        Plan plan = Forecast.of(question(100_000, PaceLimits.NORMAL, ReuseRule.STRICT, 4, all));

        assertThat(plan.connections()).isEqualTo(10_000);
        assertThat(plan.hours().crawl()).isCloseTo(10_000 * 0.5 / 3600, within(0.01));
        assertThat(plan.binds()).contains("one address, 1 connection at once");
        assertThat(plan.slowest()).singleElement().satisfies(network -> {
            assertThat(network.names()).isEqualTo(10_000);
            assertThat(network.endedHours()).isCloseTo(network.aloneHours(), within(0.01));
        });
    }

    @Test
    void whatIsScarceBinds() {
        Plan fewWorkers = Forecast.of(new Question(
                DOMAINS,
                1,
                1,
                1,
                16,
                8,
                PaceLimits.LAB,
                2_000,
                ReuseRule.LENIENT,
                1,
                Inputs.with(Map.of("domain-cpu-ms", 50.0, "naming-share", 0.0))));

        assertThat(fewWorkers.binds()).startsWith("the workers' cores");
        assertThat(fewWorkers.hours().domains()).isCloseTo(DOMAINS * 0.05 / 0.7 / 3600, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent-share=1.5", "far-seconds=-1", "moon-phase=0.5", "hosting-share=0.9"})
    void anInputThatMakesNoSenseIsRefusedWithItsName(String setting) {
        String[] parts = setting.split("=");

        assertThatThrownBy(() -> Inputs.with(Map.of(parts[0], Double.parseDouble(parts[1]))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(parts[0]);
    }

    @ParameterizedTest
    @EnumSource(Input.class)
    void everyInputSaysWhatItIsAndWhereItComesFrom(Input input) {
        assertThat(input.id()).matches("[a-z0-9]+(-[a-z0-9]+)+");
        assertThat(input.meaning()).isNotBlank();
        assertThat(input.source()).isNotBlank();
        assertThat(Inputs.with(Map.of(input.id(), input.usual())).listed())
                .filteredOn(Plan.Given::given)
                .singleElement()
                .satisfies(given -> assertThat(given.basis()).isEqualTo(Basis.CHOSEN));
    }

    private static Plan plan(PaceLimits limits, ReuseRule reuse, int partitions, Map<String, Double> settings) {
        return Forecast.of(question(DOMAINS, limits, reuse, partitions, settings));
    }

    private static Question question(
            long domains, PaceLimits limits, ReuseRule reuse, int partitions, Map<String, Double> settings) {
        return new Question(domains, 2, 2, 1, 2, partitions, limits, 500, reuse, 1, Inputs.with(settings));
    }
}
