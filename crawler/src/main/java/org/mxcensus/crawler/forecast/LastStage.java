package org.mxcensus.crawler.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.queue.Partitions;

/// Simulates the last stage, each partition by itself, as the crawler's partitions run.
///
/// @param spanHours over how long targets arrive
record LastStage(Question question, Population population, double spanHours) {
    private static final double HOUR = 3600e9;
    private static final int SLOWEST = 10;

    List<PartitionReport> run() {
        List<List<BusyNetwork>> busy = divided();
        return IntStream.range(0, question.partitions())
                .parallel()
                .mapToObj(partition -> run(partition, busy.get(partition)))
                .toList();
    }

    /// Networks belong to partitions by the crawler's own rule.
    private List<List<BusyNetwork>> divided() {
        List<List<BusyNetwork>> divided = new ArrayList<>();
        for (int partition = 0; partition < question.partitions(); partition++) {
            divided.add(new ArrayList<>());
        }
        for (BusyNetwork network : population.busy()) {
            divided.get(Partitions.of(network.name(), question.partitions())).add(network);
        }
        return divided;
    }

    private PartitionReport run(int partition, List<BusyNetwork> busy) {
        Draws draws = new Draws(question.seed() * 1_000_003 + partition);
        Neighbourhood place = new Neighbourhood(
                busy,
                share(population.others(), partition),
                share(population.ownServers(), partition),
                draws,
                question.inputs());
        Targets targets = new PartitionTargets(place, (long) (spanHours * HOUR), draws, question.inputs());
        Tally tally = new Tally(targets);
        PartitionSimulation.Ends ends = PartitionSimulation.run(targets, question.rules(), tally);
        return new PartitionReport(
                tally.counts(),
                tally.connections(),
                tally.certificates(),
                tally.held() / HOUR,
                ends.firstTries() / HOUR,
                ends.secondTries() / HOUR,
                slowest(busy, tally));
    }

    private int share(long all, int partition) {
        int partitions = question.partitions();
        return (int) (all * (partition + 1) / partitions - all * partition / partitions);
    }

    private List<SlowNetwork> slowest(List<BusyNetwork> busy, Tally tally) {
        return IntStream.range(0, busy.size())
                .mapToObj(network -> slow(busy.get(network), network, tally))
                .sorted(Comparator.comparingDouble(SlowNetwork::aloneHours).reversed())
                .limit(SLOWEST)
                .toList();
    }

    private SlowNetwork slow(BusyNetwork network, int number, Tally tally) {
        PaceLimits limits = question.rules().limits();
        Limit allowed = limits.networkOfOneDomain();
        long connections = tally.connections(number);
        double spaced = connections * (double) allowed.apart().toNanos() / HOUR;
        double held = tally.held(number) / HOUR / allowed.atOnce();
        double busiest =
                tally.heldByBusiestAddress(number) / HOUR / limits.address().atOnce();
        double alone = Math.max(spaced, Math.max(held, busiest));
        String why = alone == spaced
                ? "a start every %d ms".formatted(allowed.apart().toMillis())
                : alone == held
                        ? "%d connections at once, %.1f s each"
                                .formatted(allowed.atOnce(), tally.held(number) / 1e9 / Math.max(1, connections))
                        : "one address, %d connection at once"
                                .formatted(limits.address().atOnce());
        return new SlowNetwork(
                network.name(),
                tally.names(number),
                connections,
                alone,
                tally.last(number) / HOUR,
                tally.given(number),
                why);
    }
}
