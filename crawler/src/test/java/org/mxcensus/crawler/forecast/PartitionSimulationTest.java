package org.mxcensus.crawler.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.crawler.pace.BackOff;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.PaceLimits;

class PartitionSimulationTest {

    private record Heard(long now, String what, int address, int attempt) {}

    private static final class Log implements Course {
        final List<Heard> all = new ArrayList<>();

        @Override
        public void probed(long now, int address, int attempt, Told told, long took) {
            all.add(new Heard(now, told.name(), address, attempt));
        }

        @Override
        public void lostPatience(long now, int address, int attempt) {
            all.add(new Heard(now, "lost patience", address, attempt));
        }

        @Override
        public void tookOver(long now, int address, Told told) {
            all.add(new Heard(now, "took over " + told, address, 0));
        }

        @Override
        public void cameTooLate(long now, int address) {
            all.add(new Heard(now, "came too late", address, 2));
        }
    }

    @ParameterizedTest
    @MethodSource("smallWorlds")
    void everyStepOfASmallWorldIsThatOfTheNaiveSimulation(RandomTargets targets, Rules rules) {
        Log naive = new Log();
        PartitionSimulation.Ends expected = new NaiveSimulation(targets.again(), rules, naive).run();

        Log fast = new Log();
        PartitionSimulation.Ends ends = PartitionSimulation.run(targets, rules, fast);

        assertThat(firstDifference(fast.all, naive.all)).isEmpty();
        assertThat(ends).isEqualTo(expected);
    }

    private static String firstDifference(List<Heard> some, List<Heard> others) {
        for (int at = 0; at < Math.max(some.size(), others.size()); at++) {
            List<Heard> here = some.subList(Math.min(at, some.size()), Math.min(at + 1, some.size()));
            List<Heard> there = others.subList(Math.min(at, others.size()), Math.min(at + 1, others.size()));
            if (!here.equals(there)) {
                return "step %d: %s, but %s".formatted(at, here, there);
            }
        }
        return "";
    }

    static Stream<Arguments> smallWorlds() {
        return IntStream.range(0, 500).mapToObj(seed -> {
            Random random = new Random(seed);
            int perNetwork = 1 + random.nextInt(4);
            int perAddress = 1 + random.nextInt(Math.min(2, perNetwork));
            PaceLimits limits = new PaceLimits(
                    new Limit(perAddress, interval(random)),
                    new Limit(perNetwork, interval(random)),
                    new Limit(1 + random.nextInt(perNetwork), interval(random)),
                    perNetwork + random.nextInt(12),
                    BackOff.NONE);
            Rules rules = new Rules(
                    limits,
                    1 + random.nextInt(40),
                    1 + random.nextInt(4),
                    Duration.ofSeconds(List.of(0, 2, 5, 20, 60).get(random.nextInt(5))),
                    Duration.ofSeconds(1 + random.nextInt(300)),
                    Duration.ofSeconds(random.nextInt(600)),
                    ReuseRule.values()[random.nextInt(3)],
                    1 + random.nextInt(5));
            RandomTargets targets = new RandomTargets(
                    seed,
                    1 + random.nextInt(600),
                    1 + random.nextInt(6),
                    1 + random.nextInt(60),
                    random.nextInt(300) * 1_000_000_000L);
            return Arguments.of(targets, rules);
        });
    }

    private static Duration interval(Random random) {
        return Duration.ofMillis(List.of(0, 100, 500, 2_000).get(random.nextInt(4)));
    }
}
