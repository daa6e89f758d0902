package org.mxcensus.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,      127.0.0.1, 53",
        "127.0.0.1:5353, 127.0.0.1, 5353",
        "::1,            ::1,       53",
        "[::1],          ::1,       53",
        "[::1]:5353,     ::1,       5353"
    })
    void anAddressMayComeWithAPort(String text, String address, int port) {
        assertThat(new Endpoint().convert(text)).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral(address), port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "127.0.0.1:dns", "[::1", "a b"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> new Endpoint().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
