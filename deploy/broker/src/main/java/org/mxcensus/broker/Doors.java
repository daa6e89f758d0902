package org.mxcensus.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.server.ServerSocketFactory;

/// The sockets of a broker, bound before Kafka starts: so a free port stays ours from the moment it was found, a
/// port that is taken is told before anything is written, and Kafka's settings can name every port.
final class Doors implements ServerSocketFactory, AutoCloseable {
    private static final int BACKLOG = 256;

    private final Map<Listener, ServerSocketChannel> sockets = new EnumMap<>(Listener.class);
    private final Map<Listener, String> addresses = new EnumMap<>(Listener.class);

    private Doors() {}

    /// @throws StartFailure where an address or a port cannot be had
    static Doors open(BrokerOptions options) {
        Doors doors = new Doors();
        try {
            doors.bind(Listener.PLAINTEXT, options.host(), options.port());
            doors.bind(Listener.CONTROLLER, "127.0.0.1", 0);
            if (options.tls().isPresent()) {
                doors.bind(Listener.SSL, options.host(), 0);
                doors.bind(Listener.SASL_SSL, options.host(), 0);
            }
            return doors;
        } catch (RuntimeException e) {
            doors.close();
            throw e;
        }
    }

    private void bind(Listener listener, String host, int port) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress()) {
                throw new StartFailure(
                        "The address %s stands for all of this machine's, and clients must be told one: name one with --host."
                                .formatted(host));
            }
            ServerSocketChannel socket = ServerSocketChannel.open();
            sockets.put(listener, socket);
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            // As Kafka's own sockets are; it accepts through a selector.
            socket.configureBlocking(false);
            addresses.put(listener, text(address, socket.socket().getLocalPort()));
        } catch (UnknownHostException e) {
            throw new StartFailure("The host '%s' is not known here; name an address with --host.".formatted(host), e);
        } catch (BindException e) {
            throw new StartFailure(
                    "The broker cannot listen at %s:%d (%s); choose another port with --port or another address with --host."
                            .formatted(host, port, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new StartFailure("The broker cannot listen at %s:%d (%s).".formatted(host, port, e.getMessage()), e);
        }
    }

    /// The listeners of this broker.
    Set<Listener> listeners() {
        return addresses.keySet();
    }

    /// Where a listener is, such as `127.0.0.1:9092` or `[::1]:9092`.
    String at(Listener listener) {
        String address = addresses.get(listener);
        if (address == null) {
            throw new IllegalStateException("This broker has no listener " + listener + ".");
        }
        return address;
    }

    /// Hands a bound socket to Kafka, which closes it.
    @Override
    public ServerSocketChannel openServerSocket(
            String listenerName, InetSocketAddress address, int backlog, int receiveBufferBytes) {
        ServerSocketChannel socket = sockets.get(Listener.valueOf(listenerName));
        if (socket == null || !socket.isOpen()) {
            throw new IllegalStateException("Kafka asked for the socket of " + listenerName + ", which is not there.");
        }
        return socket;
    }

    private static String text(InetAddress address, int port) {
        String host = address.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public void close() {
        for (ServerSocketChannel socket : sockets.values()) {
            try {
                socket.close();
            } catch (IOException e) {
                // A socket that cannot be closed goes with the process; nothing else can be done about it.
                continue;
            }
        }
    }
}
