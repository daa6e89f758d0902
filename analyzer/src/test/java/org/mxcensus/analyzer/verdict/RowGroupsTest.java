package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowGroupsTest {
    private record Row(String name, int number) {}

    @Test
    void eachNameHasItsRowsAndNamesThatNobodyAsksForArePassedOver() {
        RowGroups<Row> groups = new RowGroups<>(
                List.of(
                                new Row("a.example", 1),
                                new Row("b.a.example", 2),
                                new Row("b.a.example", 3),
                                new Row("b.example", 4),
                                new Row("a.test", 5))
                        .iterator(),
                Row::name);

        assertThat(groups.of("b.a.example")).extracting(Row::number).containsExactly(2, 3);
        assertThat(groups.of("c.a.example")).as("has none").isEmpty();
        assertThat(groups.of("a.test")).extracting(Row::number).containsExactly(5);
        assertThat(groups.of("z.test")).isEmpty();
    }
}
