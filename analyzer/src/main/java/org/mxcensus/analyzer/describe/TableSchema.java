package org.mxcensus.analyzer.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mxcensus.datasets.release.ColumnDoc;
import org.mxcensus.datasets.release.TableDoc;
import org.mxcensus.datasets.release.ValueDoc;

/// A table in the words of Table Schema (Data Package 2.0).
///
/// @param tables what columns mean
record TableSchema(Tables tables) {

    Map<String, Object> of(TableDoc table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        schema.put("fields", table.columns().stream().map(this::field).toList());
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", table.key());
        }
        return schema;
    }

    private Map<String, Object> field(ColumnDoc column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", type(column));
        field.put("description", Sentences.of(column));
        if (column.unit() != null) {
            field.put("unit", column.unit());
        }
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (column.whenNull() == null && !column.list()) {
            constraints.put("required", true);
        }
        List<ValueDoc> values =
                column.values() == null ? List.of() : tables.values().getOrDefault(column.values(), List.of());
        if (!values.isEmpty() && !column.list()) {
            constraints.put("enum", values.stream().map(ValueDoc::value).toList());
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static String type(ColumnDoc column) {
        if (column.list()) {
            return "array";
        }
        return switch (column.type()) {
            case "boolean" -> "boolean";
            case "int32", "int64" -> "integer";
            case "timestamp" -> "datetime";
            case "date" -> "date";
            case "struct" -> "object";
            default -> "string";
        };
    }
}
