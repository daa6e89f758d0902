package org.mxcensus.crawler.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeKindTest {

    @ParameterizedTest
    @CsvSource({
        "mx.example.net, HOST_NAME",
        "192.0.2.1.example.net, HOST_NAME",
        "1.2.3, HOST_NAME",
        "localhost.example.net, HOST_NAME",
        "192.0.2.1, LITERAL",
        "[192.0.2.1], LITERAL",
        "2001:db8::1, LITERAL",
        "[ipv6:2001:db8::1], LITERAL",
        "localhost, LOCALHOST",
        "mail.localhost, LOCALHOST",
        "localhost.localdomain, LOCALHOST",
        "mail, SINGLE_LABEL",
        "'', ROOT"
    })
    void everyKind(String host, ExchangeKind kind) {
        assertThat(ExchangeKind.of(host)).isEqualTo(kind);
    }
}
