package org.mxcensus.datasets.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.Table;

/// Files of earlier runs of a crawl that its manifest no longer lists.
public final class Leftovers {

    /// Who opened a manifest before it was replaced can read its files for so long.
    static final Duration GRACE = Duration.ofDays(1);

    private Leftovers() {}

    /// Removes what has not been listed for longer than the grace.
    ///
    /// @param listed the crawl's manifest
    /// @param tables the names of the tables to look through
    /// @param now the moment; a file's age is told by the run in its name
    public static void sweep(Store store, Manifest listed, Stream<String> tables, Instant now) {
        Set<String> kept = listed.files().stream().map(Manifest.TableFile::path).collect(Collectors.toSet());
        String oldest = ReleaseFiles.startedAt(listed.crawl(), now.minus(GRACE)).run();
        for (String table : tables.toList()) {
            String folder = table + "/crawl=" + listed.crawl() + "/";
            List<String> files = store.list(folder);
            files.stream()
                    .filter(file -> !kept.contains(file))
                    .filter(file -> file.substring(folder.length()).compareTo(oldest) < 0)
                    .forEach(store::delete);
        }
    }

    /// The names of the tables that rows of ours fill.
    public static Stream<String> tables() {
        return Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream()).map(Table::name);
    }
}
