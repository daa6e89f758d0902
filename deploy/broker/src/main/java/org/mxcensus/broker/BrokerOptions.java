package org.mxcensus.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a broker runs.
///
/// @param data the folder of its records; made where it does not exist
/// @param host the address to listen on, which clients are told too: an address of this machine, not a wildcard
/// @param port the port without TLS; 0 for a free one
/// @param sessionTimeout a consumer that was not heard of for so long loses its partitions. Short in tests; over a
///     network,
///     Kafka's own default rides out a long collection of garbage
/// @param heartbeatInterval how often consumers of a group speak up; a fraction of the session timeout
/// @param tls listeners with TLS beside the plain one
public record BrokerOptions(
        Path data,
        String host,
        int port,
        Duration sessionTimeout,
        Duration heartbeatInterval,
        Optional<TlsListeners> tls) {

    /// Checks what is known before anything is started.
    ///
    /// @throws StartFailure where a value makes no sense
    public BrokerOptions {
        if (port < 0 || port > 65_535) {
            throw new StartFailure("There is no port %d; name one from 1 to 65535 with --port.".formatted(port));
        }
        if (heartbeatInterval.toMillis() < 1 || heartbeatInterval.compareTo(sessionTimeout) >= 0) {
            throw new StartFailure("The heartbeat interval (%d ms) must be shorter than the session timeout (%d ms)."
                    .formatted(heartbeatInterval.toMillis(), sessionTimeout.toMillis()));
        }
    }

    /// At a free port of the loopback address, with Kafka's own 45 s and 5 s, without TLS.
    public static BrokerOptions in(Path data) {
        return new BrokerOptions(data, "127.0.0.1", 0, Duration.ofSeconds(45), Duration.ofSeconds(5), Optional.empty());
    }

    public BrokerOptions withHost(String address) {
        return new BrokerOptions(data, address, port, sessionTimeout, heartbeatInterval, tls);
    }

    public BrokerOptions withPort(int number) {
        return new BrokerOptions(data, host, number, sessionTimeout, heartbeatInterval, tls);
    }

    /// @param timeout see {@link #sessionTimeout}
    /// @param interval see {@link #heartbeatInterval}
    public BrokerOptions withSession(Duration timeout, Duration interval) {
        return new BrokerOptions(data, host, port, timeout, interval, tls);
    }

    public BrokerOptions withTls(TlsListeners listeners) {
        return new BrokerOptions(data, host, port, sessionTimeout, heartbeatInterval, Optional.of(listeners));
    }
}
