package org.mxcensus.cli.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.cli.Dataset;
import org.mxcensus.datasets.schema.Table;

/// What two crawls of one world say differently, column by column.
record Comparison(Dataset lab, Dataset real) {

    /// One value.
    ///
    /// @param key of the row
    /// @param column by its path: `tls.version`, `second_looks.0.tls.version`
    record Difference(Table<?> table, String key, String column, String lab, String real) {
        @Override
        public String toString() {
            return table + " " + key + " " + column + ": lab " + lab + ", real servers " + real;
        }
    }

    /// Those that no difference of the programs explains.
    List<Difference> unexplained(List<Table<?>> tables) {
        return tables.stream()
                .flatMap(table -> differences(table).stream())
                .filter(difference -> OfTheSoftware.ALL.stream().noneMatch(one -> one.explains(difference)))
                .toList();
    }

    private List<Difference> differences(Table<?> table) {
        Map<String, ObjectNode> ofLab = rows(lab, table);
        Map<String, ObjectNode> ofReal = rows(real, table);
        TreeSet<String> keys = new TreeSet<>(ofLab.keySet());
        keys.addAll(ofReal.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            TreeMap<String, JsonNode> one = columns(ofLab.get(key));
            TreeMap<String, JsonNode> other = columns(ofReal.get(key));
            TreeSet<String> all = new TreeSet<>(one.keySet());
            all.addAll(other.keySet());
            all.stream()
                    .filter(column -> !Objects.equals(one.get(column), other.get(column)))
                    .map(column -> new Difference(
                            table, key, column, String.valueOf(one.get(column)), String.valueOf(other.get(column))))
                    .forEach(differences::add);
        }
        return differences;
    }

    private static Map<String, ObjectNode> rows(Dataset dataset, Table<?> table) {
        return dataset.rows(table).stream()
                .map(Dataset::seen)
                .collect(Collectors.toMap(
                        row -> table.key().stream()
                                .map(column -> row.get(column).asText())
                                .collect(Collectors.joining(" ")),
                        row -> row));
    }

    /// Structures by the columns in them, lists of structures by the place in them too, other lists as they are.
    private static TreeMap<String, JsonNode> columns(@Nullable ObjectNode row) {
        TreeMap<String, JsonNode> columns = new TreeMap<>();
        if (row == null) {
            columns.put("row", NullNode.instance);
        } else {
            addColumns("", row, columns);
        }
        return columns;
    }

    private static void addColumns(String prefix, ObjectNode structure, Map<String, JsonNode> columns) {
        structure.properties().forEach(column -> {
            add(prefix + column.getKey(), column.getValue(), columns);
        });
    }

    private static void add(String path, JsonNode value, Map<String, JsonNode> columns) {
        if (value instanceof ObjectNode structure) {
            addColumns(path + '.', structure, columns);
        } else if (value instanceof ArrayNode list && list.path(0).isObject()) {
            IntStream.range(0, list.size()).forEach(i -> add(path + '.' + i, list.get(i), columns));
        } else {
            columns.put(path, value);
        }
    }
}
