package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// Findings out of the columns that hold a status, in SQL.
final class StatusSql {

    /// Both, by Kleene's logic: what fails for certain decides, whatever could not be told. A domain that accepts mail
    /// and has no verdict on DANE has none of it.
    static final String DANE_AND_MTA_STS = """
            CASE WHEN mta_sts IS NULL THEN NULL \
            WHEN coalesce(dane, 'NOT_DEPLOYED') NOT IN ('VALID', 'LOOKUP_FAILED', 'UNMEASURED') THEN 'NO' \
            WHEN mta_sts NOT IN ('ENFORCING', 'TESTING', 'UNMEASURED') THEN 'NO' \
            WHEN dane = 'VALID' AND mta_sts <> 'UNMEASURED' THEN 'YES' ELSE 'UNMEASURED' END""";

    private StatusSql() {}

    /// Whether DANE is in one of these states ([org.mxcensus.datasets.schema.DaneStatus]).
    static String dane(String... yes) {
        return isOneOf("dane", List.of("LOOKUP_FAILED", "UNMEASURED"), yes);
    }

    /// Whether MTA-STS is in one of these states ([org.mxcensus.datasets.schema.StsStatus]).
    static String mtaSts(String... yes) {
        return isOneOf("mta_sts", List.of("UNMEASURED"), yes);
    }

    private static String isOneOf(String column, List<String> unmeasured, String... yes) {
        return "CASE WHEN %1$s IN (%2$s) THEN 'YES' WHEN %1$s IN (%3$s) THEN 'UNMEASURED' WHEN %1$s IS NOT NULL THEN 'NO' END"
                .formatted(column, quoted(Stream.of(yes)), quoted(unmeasured.stream()));
    }

    private static String quoted(Stream<String> words) {
        return words.map(Question::quoted).collect(Collectors.joining(", "));
    }
}
