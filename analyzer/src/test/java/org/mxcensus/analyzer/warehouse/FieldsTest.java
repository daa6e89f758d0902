package org.mxcensus.analyzer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void aColumnWithoutFieldsIsItself() {
        assertThat(Fields.of("rank", "BIGINT")).containsExactly("rank");
        assertThat(Fields.of("mx", "STRUCT(preference INTEGER, host VARCHAR)[]"))
                .containsExactly("mx");
    }

    @Test
    void fieldsAreNamedByTheirWay() {
        assertThat(
                        Fields.of(
                                "deliveries",
                                "STRUCT(dane STRUCT(outcome VARCHAR, price DECIMAL(18,3)), \"both\" STRUCT(outcome VARCHAR), n INTEGER)"))
                .containsExactly(
                        "deliveries",
                        "deliveries.dane",
                        "deliveries.dane.outcome",
                        "deliveries.dane.price",
                        "deliveries.both",
                        "deliveries.both.outcome",
                        "deliveries.n");
    }
}
