package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.export.ExportConfig;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutFile;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.pace.Ticker;
import picocli.CommandLine.Option;

/// What a release is to hold.
public final class ReleaseOptions {

    @Option(
            names = "--tier",
            converter = Known.class,
            paramLabel = "TIER",
            description =
                    "How much: aggregates (statistics of groups that are not small; no domain and no MX host), domains"
                            + " (their rows and verdicts too, without texts of strangers) or full (everything, certificates and"
                            + " raw texts too) (default: aggregates, since what is published cannot be taken back).")
    private String tier = "aggregates";

    @Within(least = 1)
    @Option(
            names = "--threshold",
            paramLabel = "NUMBER",
            description = "From how many domains up a group has figures"
                    + " (default: 10 with --tier aggregates; else 1, since whoever has the rows can count).")
    private Optional<Long> threshold = Optional.empty();

    @Option(names = "--jsonl", description = "Write the rows as JSON Lines too, zstd, in folder jsonl.")
    private boolean jsonLines;

    @Option(
            names = "--opt-out",
            paramLabel = "FILE",
            description = "Names and addresses to leave out of all rows: the list that crawl takes.")
    private Optional<Path> optOut = Optional.empty();

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            description = "Who publishes the release, for those who cite it (default: the operator of this census).")
    private String publisher = ExportConfig.SOMEBODY;

    /// What was said.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the list cannot be read
    public ExportConfig config() {
        Tier chosen = tier(tier);
        long smallest = threshold.orElseGet(() -> ExportConfig.usualThreshold(chosen));
        return new ExportConfig(chosen, smallest, jsonLines, optOut.map(ReleaseOptions::withheld), publisher);
    }

    private static Tier tier(String text) {
        return Choice.of("--tier", text, List.of(Tier.values()), Tier::id);
    }

    private static ExportConfig.WithheldList withheld(Path file) {
        OptOut list = OptOutFile.open(file, RoutingTable.NONE, Ticker.SYSTEM).current();
        return new ExportConfig.WithheldList(
                new Withheld(list::covers, list::covers), String.join("\n", list.entries()));
    }

    private static final class Known extends Form {
        private Known() {
            super(ReleaseOptions::tier);
        }
    }
}
