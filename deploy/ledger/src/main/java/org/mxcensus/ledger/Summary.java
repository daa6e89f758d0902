package org.mxcensus.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The end of a build: reads the ledgers of all modules and says in its last line how many tests ran and which were not
/// in this profile. From the full tier on, a skip that nobody expected is a failure.
public final class Summary {

    private Summary() {}

    /// Arguments: the project's root folder, the name of the build run, the tier, the list of expected skips.
    /// Exit status 0, or 1 where a test failed or was skipped unexpectedly.
    public static void main(String[] args) throws IOException {
        List<Entry> entries = entriesBelow(Path.of(args[0]), args[1]);
        boolean good = report(Tally.of(entries), Tier.named(args[2]), ExpectedSkips.read(Path.of(args[3])), System.out);
        System.exit(good ? 0 : 1);
    }

    /// The entries of one run in `target/ledger` of every module, which lie one or two folders below the root.
    static List<Entry> entriesBelow(Path root, String run) throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.walk(root, 2)) {
            modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (Path module : modules) {
            entries.addAll(LedgerFile.read(module.resolve("target/ledger"), run));
        }
        return entries;
    }

    /// Prints each skip and the closing line.
    ///
    /// @return whether the run is good
    static boolean report(Tally tally, Tier tier, ExpectedSkips expected, PrintStream out) {
        List<Entry> unexpected =
                tally.skipped().stream().filter(skip -> !expected.expects(skip)).toList();
        for (Entry skip : tally.skipped()) {
            String remark = unexpected.contains(skip) ? "" : " (expected)";
            out.println("ledger: skipped" + remark + ": " + skip.test() + ": " + skip.detail());
        }
        boolean skipsMatter = tier.runs(Tier.FULL) && !unexpected.isEmpty();
        if (skipsMatter) {
            out.println("ledger: the tier " + tier.tag() + " fails, because " + unexpected.size()
                    + " of the skips above are not in deploy/ledger/expected-skips.txt");
        }
        out.println(tally.line());
        return tally.failed() == 0 && !skipsMatter;
    }
}
