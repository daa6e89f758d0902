package org.mxcensus.crawler.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Given this address, contacted or not.
class GuardTest {

    private final Guard guard = new Guard(false);

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, RFC 791",
        "0.255.255.255, RFC 791",
        "10.0.0.1, RFC 1918",
        "100.64.0.1, RFC 6598",
        "100.127.255.255, RFC 6598",
        "127.0.0.1, RFC 1122",
        "127.255.255.255, RFC 1122",
        "169.254.169.254, RFC 3927",
        "172.16.0.1, RFC 1918",
        "172.31.255.255, RFC 1918",
        "192.0.0.8, RFC 6890",
        "192.0.2.1, RFC 5737",
        "192.88.99.1, RFC 7526",
        "192.168.255.255, RFC 1918",
        "198.18.0.1, RFC 2544",
        "198.19.255.255, RFC 2544",
        "198.51.100.7, RFC 5737",
        "203.0.113.7, RFC 5737",
        "224.0.0.1, RFC 5771",
        "239.255.255.255, RFC 5771",
        "240.0.0.1, RFC 1112",
        "255.255.255.255, RFC 1112",
        "::, RFC 4291",
        "::1, RFC 4291",
        "::7f00:1, RFC 4291",
        "64:ff9b:1::1, RFC 4291",
        "100::1, RFC 4291",
        "100:0:0:1::1, RFC 4291",
        "5f00::1, RFC 4291",
        "fc00::1, RFC 4291",
        "fdff::1, RFC 4291",
        "fe80::1, RFC 4291",
        "fec0::1, RFC 4291",
        "ff02::1, RFC 4291",
        "2001::1, RFC 4380",
        "2001:1ff::1, RFC 4380",
        "2001:db8::1, RFC 3849",
        "3fff::1, RFC 9637"
    })
    void reservedAddressesAreRefusedByTheirRfc(String ip, String rfc) {
        assertThat(guard.refusal(Literal.address(ip)))
                .hasValueSatisfying(reason -> assertThat(reason).contains(rfc));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.31.196.1",
                "192.175.48.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "3ffe:ffff::1"
            })
    void theirNeighboursAreNot(String ip) {
        assertThat(guard.refusal(Literal.address(ip))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 6052 §2.1, RFC 3056 §2
        "64:ff9b::7f00:1, 127.0.0.1",
        "64:ff9b::a00:1, 10.0.0.1",
        "64:ff9b::c0a8:101, 192.168.1.1",
        "2002:7f00:1::1, 127.0.0.1",
        "2002:a00:1::1, 10.0.0.1"
    })
    void whatCarriesAReservedAddressIsRefused(String ip, String inside) {
        assertThat(guard.refusal(Literal.address(ip))).isPresent().isEqualTo(guard.refusal(Literal.address(inside)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"64:ff9b::101:101", "2002:101:101::1", "::ffff:1.1.1.1"})
    void whatCarriesAPublicAddressIsNot(String ip) {
        assertThat(guard.refusal(Literal.address(ip))).isEmpty();
    }

    @Test
    void aMappedAddressIsTheOneInside() {
        assertThat(guard.refusal(Literal.address("::ffff:127.0.0.1"))).isPresent();

        byte[] raw = new byte[16];
        Arrays.fill(raw, 10, 12, (byte) 0xFF);
        raw[12] = 10;
        assertThat(guard.refusal(raw)).isEqualTo(guard.refusal(Literal.address("10.0.0.0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.0.0.1"})
    void withLeaveTheyAreContacted(String ip) {
        assertThat(new Guard(true).refusal(Literal.address(ip))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "2a00:1450::1", "::ffff:1.1.1.1", "64:ff9b::101:101"})
    void aLabHasNoBusinessWithTheInternet(String ip) {
        assertThat(new Guard(true).refusal(Literal.address(ip))).contains("public, and this is a lab");
    }
}
