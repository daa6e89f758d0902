package org.mxcensus.analyzer.export;

import java.util.Optional;
import org.mxcensus.analyzer.describe.Descriptions;
import org.mxcensus.datasets.store.Manifest;

/// Which files of a release hold data, and of what table.
///
/// What is made of a Parquet file for other readers has its name below a folder of its own: Arrow and Spark take every
/// file of a table's folder for Parquet.
final class DataFiles {
    private static final String JSON_LINES = "jsonl/";
    private static final String CSV = "csv/";
    private static final String FOLDER = "/crawl=";

    private DataFiles() {}

    /// Where the rows of a file are as JSON Lines.
    static String jsonLines(Manifest.TableFile file) {
        return JSON_LINES + stem(file) + ".jsonl.zst";
    }

    /// Where the figures of a file are as CSV.
    static String csv(Manifest.TableFile file) {
        return CSV + stem(file) + ".csv.gz";
    }

    private static String stem(Manifest.TableFile file) {
        return file.path().replaceFirst("\\.parquet$", "");
    }

    /// The table of a file; empty where it holds none.
    static Optional<String> table(String file) {
        if (file.startsWith(CSV)) {
            return Optional.of(Descriptions.ADOPTION_LONG);
        }
        String path = file.startsWith(JSON_LINES) ? file.substring(JSON_LINES.length()) : file;
        int end = path.indexOf(FOLDER);
        return end > 0 && !path.startsWith("manifests") ? Optional.of(path.substring(0, end)) : Optional.empty();
    }
}
