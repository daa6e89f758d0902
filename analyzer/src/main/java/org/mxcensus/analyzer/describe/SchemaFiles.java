package org.mxcensus.analyzer.describe;

import org.mxcensus.datasets.release.TableDoc;

/// The names of the files that hold tables in the words of Table Schema.
final class SchemaFiles {
    private SchemaFiles() {}

    static String name(TableDoc table) {
        return "schemas/" + table.name() + ".json";
    }
}
