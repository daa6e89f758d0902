package org.mxcensus.analyzer.describe;

import org.mxcensus.datasets.release.ColumnDoc;

/// What a column means, in one text.
final class Sentences {
    private Sentences() {}

    static String of(ColumnDoc column) {
        return column.whenNull() == null
                ? column.meaning()
                : column.meaning().replaceFirst("\\.$", "") + "; null " + column.whenNull();
    }
}
