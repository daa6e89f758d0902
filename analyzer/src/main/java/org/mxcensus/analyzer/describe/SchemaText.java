package org.mxcensus.analyzer.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.release.ColumnDoc;
import org.mxcensus.datasets.release.TableDoc;
import org.mxcensus.datasets.release.ValueDoc;

/// SCHEMA.md: what each table and column means.
public final class SchemaText {
    private static final String HEAD = """
            # Schema

            Version %d. Made from the comments on the row records (`datasets/schema`) and the definitions of the metrics.

            Files lie in `<table>/crawl=<date>/`, so that readers of Hive partitions find the crawl's day as column `crawl`. Rows of a
            file are sorted by the first column of the key, names read from their end. A column that can be null says what that means;
            *could not tell* is never null but a value, such as `UNMEASURED`. Columns are only added, and files of earlier versions
            lack them: CHANGELOG.md says when each came. In releases of tier `domains`, columns with texts of strangers are null or
            empty.

            """;

    private SchemaText() {}

    /// The whole document.
    public static String text() {
        Tables tables = Tables.load();
        return HEAD.formatted(tables.version())
                + tables.all().stream().map(SchemaText::table).collect(Collectors.joining("\n"))
                + "\n## Values\n"
                + tables.values().entrySet().stream().map(SchemaText::values).collect(Collectors.joining());
    }

    private static String table(TableDoc table) {
        return "## %s\n\n%s\n\n".formatted(table.name(), sentence(table))
                + (table.name().equals(Stats.ADOPTION)
                        ? "Columns: those of `adoption_long`, and `<metric>_numerator`, `<metric>_denominator`,"
                                + " `<metric>_unmeasured` for each metric.\n"
                        : "| column | type | unit | meaning | null |\n|---|---|---|---|---|\n"
                                + rows("", table.columns()));
    }

    private static String sentence(TableDoc table) {
        String meaning = table.meaning().isEmpty() ? "" : capital(table.meaning());
        return table.key().isEmpty() ? meaning : (meaning + " Key: " + String.join(", ", table.key()) + ".").strip();
    }

    private static String rows(String prefix, List<ColumnDoc> columns) {
        return columns.stream()
                .flatMap(column -> Stream.of(row(prefix, column), rows(prefix + column.name() + ".", column.columns())))
                .collect(Collectors.joining());
    }

    private static String row(String prefix, ColumnDoc column) {
        String set = column.values() == null ? "" : " (values: " + column.values() + ")";
        return "| `%s%s` | `%s` | %s | %s%s | %s |\n"
                .formatted(
                        prefix,
                        column.name(),
                        column.typeText(),
                        column.unit() == null ? "" : column.unit(),
                        column.meaning().replace("|", "\\|"),
                        set,
                        column.whenNull() == null ? "" : column.whenNull().replace("|", "\\|"));
    }

    private static String values(Map.Entry<String, List<ValueDoc>> set) {
        return "\n### %s\n\n| value | meaning |\n|---|---|\n".formatted(set.getKey())
                + set.getValue().stream()
                        .map(value -> "| `%s` | %s |\n"
                                .formatted(value.value(), value.meaning().replace("|", "\\|")))
                        .collect(Collectors.joining());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
