package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Given this address, that network.
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.0/24",
        "192.0.2.255, 192.0.2.0/24",
        "2001:db8:1:2::3, 2001:db8:1::/48",
        "2001:0DB8:0001:ffff::, 2001:db8:1::/48",
        "::ffff:192.0.2.1, 192.0.2.0/24"
    })
    void everySpellingHasOneNetwork(String ip, String network) {
        assertThat(Network.of(ip)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mx.example.net", "192.0.2", "192.0.2.256", "fe80::1%eth0", "1.2.3.4/24"})
    void onlyAddressesHaveOne(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
