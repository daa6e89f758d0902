package org.mxcensus.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    record Row(@Nullable String name, long notApplicable, List<String> others) {}

    @Test
    void aColumnIsAComponentUnderTheNameThatJsonHas() {
        assertThat(Csv.of(Row.class, List.of(new Row("a", 1, List.of("b", "c")))))
                .isEqualTo("name,not_applicable,others\r\na,1,b c\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void aTextThatASpreadsheetWouldComputeStaysText(String hostile) {
        assertThat(line(new Row(hostile, 1, List.of(hostile)))).isEqualTo("'" + hostile + ",1,'" + hostile + "\r\n");
    }

    @Test
    void aNumberBelowZeroStaysANumber() {
        assertThat(line(new Row("a", -1, List.of()))).isEqualTo("a,-1,\r\n");
    }

    @Test
    void whatIsNotThereLeavesItsCellEmpty() {
        assertThat(line(new Row(null, 0, List.of()))).isEqualTo(",0,\r\n");
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertThat(line(new Row("say \"no\", b", 0, List.of("x\r\ny"))))
                .isEqualTo("\"say \"\"no\"\", b\",0,\"x\r\ny\"\r\n");
    }

    private static String line(Row row) {
        return Csv.of(Row.class, List.of(row)).substring("name,not_applicable,others\r\n".length());
    }
}
