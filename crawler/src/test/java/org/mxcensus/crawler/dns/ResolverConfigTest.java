package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.store.UserError;

/// The defaults, what is refused, and whose AD bit is believed.
class ResolverConfigTest {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 53);
    private static final InetSocketAddress LOOPBACK_6 = new InetSocketAddress("::1", 53);
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 53);

    @Test
    void defaults() {
        assertThat(ResolverConfig.of(List.of(LOOPBACK)))
                .isEqualTo(new ResolverConfig(
                        List.of(LOOPBACK), false, Optional.empty(), Duration.ofSeconds(15), 6, 2000));
    }

    @Test
    void theMachinesOwnResolversAreFound() {
        assertThat(ResolverConfig.system().servers()).isNotEmpty();
    }

    @Test
    void adIsBelievedOfLoopbackOnly() {
        assertThat(ResolverConfig.of(List.of(LOOPBACK, LOOPBACK_6)).believesAd())
                .isTrue();
        assertThat(ResolverConfig.of(List.of(ELSEWHERE)).believesAd()).isFalse();
        assertThat(ResolverConfig.of(List.of(LOOPBACK, ELSEWHERE)).believesAd()).isFalse();
    }

    @Test
    void adIsBelievedOfAnyoneByFlag() {
        assertThat(config(true, Optional.empty(), ELSEWHERE).believesAd()).isTrue();
    }

    @Test
    void aTrustAnchorAsksForValidationHere() {
        assertThat(config(false, Optional.of(Path.of("anchor")), LOOPBACK).believesAd())
                .isFalse();
    }

    @Test
    void whatCannotWorkIsRefusedInASentence() {
        assertThatThrownBy(() -> ResolverConfig.of(List.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("No resolver is known; give one with --resolver HOST:PORT.");
        assertThatThrownBy(() -> ResolverConfig.of(List.of(InetSocketAddress.createUnresolved("dns.example", 53))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("dns.example is not an IP address");
        assertThatThrownBy(() -> new ResolverConfig(List.of(LOOPBACK), false, Optional.empty(), Duration.ZERO, 3, 10))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() ->
                        new ResolverConfig(List.of(LOOPBACK), false, Optional.empty(), Duration.ofSeconds(1), 0, 10))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() ->
                        new ResolverConfig(List.of(LOOPBACK), false, Optional.empty(), Duration.ofSeconds(1), 3, 20000))
                .isInstanceOf(UserError.class);
    }

    private static ResolverConfig config(boolean trustAd, Optional<Path> anchor, InetSocketAddress server) {
        return new ResolverConfig(List.of(server), trustAd, anchor, Duration.ofSeconds(1), 1, 10);
    }
}
