package org.mxcensus.analyzer.export;

import java.util.Optional;
import org.mxcensus.analyzer.describe.Descriptions;
import org.mxcensus.analyzer.stats.Stats;

/// Which files of a release hold data, and of what table.
final class DataFiles {
    /// The folder of rows as JSON Lines.
    static final String JSON_LINES = "jsonl/";

    private static final String FOLDER = "/crawl=";

    private DataFiles() {}

    /// The table of a file; empty where it holds none.
    static Optional<String> table(String file) {
        if (file.startsWith(Stats.ADOPTION + ".")) {
            return Optional.of(Descriptions.ADOPTION_TOGETHER);
        }
        String path = file.startsWith(JSON_LINES) ? file.substring(JSON_LINES.length()) : file;
        int end = path.indexOf(FOLDER);
        return end > 0 && !path.startsWith("manifests") ? Optional.of(path.substring(0, end)) : Optional.empty();
    }
}
