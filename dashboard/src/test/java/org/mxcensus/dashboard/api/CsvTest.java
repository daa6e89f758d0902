package org.mxcensus.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void aTextThatASpreadsheetWouldComputeStaysText(String hostile) {
        assertThat(line(hostile, 1)).isEqualTo("'" + hostile + ",1\r\n");
    }

    @Test
    void aNumberBelowZeroStaysANumber() {
        assertThat(line(-1, 2)).isEqualTo("-1,2\r\n");
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertThat(line("a,b", "say \"no\"", "x\r\ny")).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"x\r\ny\"\r\n");
    }

    private static String line(Object... values) {
        Csv csv = new Csv("h");
        csv.line(values);
        return csv.toString().substring("h\r\n".length());
    }
}
