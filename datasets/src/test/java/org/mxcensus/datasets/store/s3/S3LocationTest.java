package org.mxcensus.datasets.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.store.UserError;

class S3LocationTest {

    @Test
    void aPrefixMayEndWithASlashOrNot() {
        assertThat(S3Location.of("s3://census/nl/weekly/"))
                .isEqualTo(S3Location.of("s3://census/nl/weekly"))
                .isEqualTo(new S3Location("census", "nl/weekly/"))
                .hasToString("s3://census/nl/weekly");
        assertThat(S3Location.of("s3://census/"))
                .isEqualTo(new S3Location("census", ""))
                .hasToString("s3://census");
        assertThat(S3Location.of("s3://census").key("a/b")).isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3://", "s3://Census/a", "s3://a", "s3://census/../a", "s3://census/a//b", "s3://census/./a"})
    void whatIsNoLocationIsRefused(String text) {
        assertThatThrownBy(() -> S3Location.of(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", "a/../../b", "a//b", "a/./b"})
    void aNameCannotLeave(String name) {
        assertThatThrownBy(() -> S3Location.of("s3://census/a").key(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
