package org.mxcensus.datasets.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column, or a field of a struct, means.
///
/// @param name as in the files
/// @param type `string`, `boolean`, `int32`, `int64`, `timestamp` (UTC, microseconds), `date`, `binary` or `struct`
/// @param list whether it is a list of these
/// @param meaning in a sentence
/// @param whenNull what null means; null where it never is
/// @param unit such as `seconds`; null where it has none
/// @param values the name of the closed set of its values; null where it has none
/// @param columns the fields of a struct; empty otherwise
public record ColumnDoc(
        String name,
        String type,
        boolean list,
        String meaning,
        @Nullable String whenNull,
        @Nullable String unit,
        @Nullable String values,
        List<ColumnDoc> columns) {
    public ColumnDoc {
        columns = List.copyOf(columns);
    }

    /// The type as people write it, such as `list<string>`.
    public String typeText() {
        return list ? "list<" + type + ">" : type;
    }

    /// A column of text, number or date that is never null and has no unit.
    public static ColumnDoc plain(String name, String type, String meaning) {
        return new ColumnDoc(name, type, false, meaning, null, null, null, List.of());
    }

    /// The same, which may be null.
    public static ColumnDoc nullable(String name, String type, String meaning, String whenNull) {
        return new ColumnDoc(name, type, false, meaning, whenNull, null, null, List.of());
    }
}
