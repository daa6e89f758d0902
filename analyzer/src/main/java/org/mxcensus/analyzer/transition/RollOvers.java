package org.mxcensus.analyzer.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// What came of new certificates at MX hosts with DANE: RFC 7671 §8.1 asks for the TLSA record of the new one to be
/// published before it is put into use.
public final class RollOvers {
    private RollOvers() {}

    /// A tally for each two crawls that follow each other, oldest first.
    ///
    /// @param crawls judged crawls, oldest first
    /// @throws UserError where one of the crawls was not judged
    public static List<RollOverTally> of(Store store, List<LocalDate> crawls, Limits limits) {
        List<Manifest> manifests =
                crawls.stream().map(crawl -> JudgedCrawl.of(store, crawl)).toList();
        List<RollOverTally> tallies = new ArrayList<>();
        for (int later = 1; later < manifests.size(); later++) {
            tallies.add(between(store, manifests.get(later - 1), manifests.get(later), limits));
        }
        return tallies;
    }

    private static RollOverTally between(Store store, Manifest before, Manifest after, Limits limits) {
        try (Warehouse warehouse = Warehouse.inMemory(store, limits)) {
            warehouse.view("before", Table.HOST_VERDICTS.name(), store, List.of(before));
            warehouse.view("after", Table.HOST_VERDICTS.name(), store, List.of(after));
            return warehouse
                    .ask(
                            Question.of(RollOvers.class, "roll_overs"),
                            row -> new RollOverTally(
                                    before.crawl(),
                                    after.crawl(),
                                    row.getLong("sound"),
                                    row.getLong("failed"),
                                    row.getLong("withdrawn"),
                                    row.getLong("unmeasured")))
                    .getFirst();
        }
    }
}
