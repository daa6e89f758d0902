package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private final List<String> events = new ArrayList<>();

    private record Row(String name) {}

    @Test
    void rowsComeFileAfterFileAndOneFileIsOpenAtATime() {
        try (TableReader<Row> rows = reader(List.of("a", "b"), List.of(), List.of("c"))) {
            rows.forEachRemaining(row -> events.add(row.name()));
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(events)
                .containsExactly("open 0", "a", "b", "close 0", "open 1", "close 1", "open 2", "c", "close 2");
    }

    @Test
    void whatIsLeftUnreadIsNotOpened() {
        try (TableReader<Row> rows = reader(List.of("a", "b"), List.of("c"))) {
            assertThat(rows.next()).isEqualTo(new Row("a"));
        }
        assertThat(events).containsExactly("open 0", "close 0");
    }

    @SafeVarargs
    private TableReader<Row> reader(List<String>... files) {
        List<String> paths =
                IntStream.range(0, files.length).mapToObj(Integer::toString).toList();
        return new TableReader<>(paths, path -> open(path, files[Integer.parseInt(path)]));
    }

    private Stream<Row> open(String path, List<String> names) {
        events.add("open " + path);
        return names.stream().map(Row::new).onClose(() -> events.add("close " + path));
    }
}
