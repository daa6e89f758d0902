package org.mxcensus.analyzer.verdict;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.names.DomainNames;

/// The rows of one name after the other, out of a table in the order of reversed names.
final class RowGroups<R> {
    private final Iterator<R> rows;
    private final Function<R, String> name;
    private @Nullable R next;
    private String place = "";

    /// @param name the name that a row is about
    RowGroups(Iterator<R> rows, Function<R, String> name) {
        this.rows = rows;
        this.name = name;
        advance();
    }

    /// The rows of a name. Ask for names in the order of the reversed ones.
    List<R> of(String wantedName) {
        List<R> group = new ArrayList<>();
        String wanted = DomainNames.reversed(wantedName);
        while (next != null && place.compareTo(wanted) <= 0) {
            if (place.equals(wanted)) {
                group.add(next);
            }
            advance();
        }
        return group;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
        place = next == null ? "" : DomainNames.reversed(name.apply(next));
    }
}
