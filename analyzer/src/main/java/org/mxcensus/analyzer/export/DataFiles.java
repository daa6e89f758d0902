package org.mxcensus.analyzer.export;

import java.util.Optional;
import org.mxcensus.analyzer.describe.Descriptions;
import org.mxcensus.analyzer.stats.Stats;

/// Which files of a release hold data, and of what table.
final class DataFiles {
    private static final String FOLDER = "/crawl=";

    private DataFiles() {}

    /// The table of a file; empty where it holds none.
    static Optional<String> table(String file) {
        if (file.startsWith(Stats.ADOPTION + ".")) {
            return Optional.of(Descriptions.ADOPTION_TOGETHER);
        }
        int end = file.indexOf(FOLDER);
        return end > 0 && !file.startsWith("manifests") ? Optional.of(file.substring(0, end)) : Optional.empty();
    }
}
