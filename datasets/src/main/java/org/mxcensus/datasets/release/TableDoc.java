package org.mxcensus.datasets.release;

import java.util.List;

/// What a table means.
///
/// @param name also of its folder
/// @param key the columns that tell its rows apart within a crawl
/// @param meaning in a sentence
/// @param columns in their order
public record TableDoc(String name, List<String> key, String meaning, List<ColumnDoc> columns) {
    public TableDoc {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
