package org.mxcensus.analyzer.warehouse;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Table;

/// Columns that have come since and that files of earlier versions tell by others, as the rows' records do it in Java.
/// A crawl that was judged before keeps its figures so.
final class LaterColumns {
    private static final String DANE_VALID = "dane_valid";

    private LaterColumns() {}

    /// Whether a table has such columns.
    static boolean are(String table) {
        return table.equals(Table.DOMAIN_VERDICTS.name());
    }

    /// All columns of such a table, in SQL; see [org.mxcensus.datasets.schema.DomainVerdictRow#daneValid()].
    ///
    /// @param present the columns that the files have
    static String with(Set<String> present) {
        String told = Stream.of(DaneStatus.values())
                .map(status -> "WHEN '%s' THEN '%s'".formatted(status.name(), status.valid()))
                .collect(Collectors.joining(" ", "CASE dane ", " END"));
        return present.contains(DANE_VALID)
                ? "* REPLACE (coalesce(%1$s, %2$s) AS %1$s)".formatted(DANE_VALID, told)
                : "*, %2$s AS %1$s".formatted(DANE_VALID, told);
    }
}
