package org.mxcensus.analyzer.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// With which key each file of a release begins, so that whoever looks for one opens the file that has it: files lie in
/// the order of their keys. A file never changes under its name, so it is looked at once. Safe for use
/// by several threads.
final class FirstKeys {
    private final UnaryOperator<String> order;
    private final Map<Path, String> known = new ConcurrentHashMap<>();

    /// @param order what keys are sorted by
    FirstKeys(UnaryOperator<String> order) {
        this.order = order;
    }

    /// The files that may have a row with a key; all of them where they do not lie in order.
    ///
    /// @param column that has the keys
    /// @param files of one table and crawl, in the order of its manifest
    List<Path> files(Warehouse warehouse, String column, List<Path> files, String key) {
        if (files.size() < 2) {
            return files;
        }
        List<String> firsts =
                files.stream().map(file -> first(warehouse, column, file)).toList();
        if (!firsts.equals(firsts.stream().sorted().toList())) {
            return files;
        }
        String wanted = order.apply(key);
        List<Path> having = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean begins = firsts.get(i).compareTo(wanted) <= 0;
            // Rows of one key may go on in the next file.
            boolean ends = i + 1 < files.size() && firsts.get(i + 1).compareTo(wanted) < 0;
            if (begins && !ends) {
                having.add(files.get(i));
            }
        }
        return having;
    }

    private String first(Warehouse warehouse, String column, Path file) {
        return known.computeIfAbsent(
                file,
                _ -> warehouse
                        .ask(
                                Question.named(FirstKeys.class, "first_key")
                                        .piece("key", column)
                                        .piece("relation", Warehouse.files(List.of(file)))
                                        .build(),
                                row -> order.apply(row.getString(1)))
                        .stream()
                        .findFirst()
                        .orElse(""));
    }
}
