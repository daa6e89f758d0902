package org.mxcensus.crawler.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Many mail servers on addresses of loopback, at one port, in one thread. Each takes one connection, says what it has
/// to say, and keeps the connection until the client goes.
public final class SlowServers implements AutoCloseable {

    /// What a server answers to each command before it falls silent; the first is its greeting.
    public record Script(List<String> replies) {
        /// Takes the connection, and that is all.
        public static final Script SILENT = new Script(List.of());
        /// Greets and listens.
        public static final Script DEAF = new Script(List.of("220 mx.example ESMTP\r\n"));
        /// Says that TLS may begin, and then nothing more.
        public static final Script NO_HANDSHAKE = new Script(List.of(
                "220 mx.example ESMTP\r\n",
                "250-mx.example\r\n250-SIZE 52428800\r\n250 STARTTLS\r\n",
                "220 go ahead\r\n"));
        /// Does at once what it is asked for. It has no TLS.
        public static final Script PROMPT =
                new Script(List.of("220 mx.example ESMTP\r\n", "250 mx.example\r\n", "221 bye\r\n"));

        public Script {
            replies = List.copyOf(replies);
        }
    }

    /// A connection and how far it has come.
    private static final class Talk {
        final Script script;
        int said;

        Talk(Script script) {
            this.script = script;
        }
    }

    private final Selector selector;
    private final int port;
    private final AtomicInteger open = new AtomicInteger();
    private final Thread thread;

    private SlowServers(Selector selector, int port) {
        this.selector = selector;
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().name("slow-servers").start(this::serve);
    }

    /// @param count how many
    /// @param address the address of each
    /// @param script what each does
    public static SlowServers start(int count, IntFunction<String> address, IntFunction<Script> script)
            throws IOException {
        Selector selector = Selector.open();
        int port = 0;
        for (int i = 0; i < count; i++) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getByName(address.apply(i)), port), 16);
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT, script.apply(i));
        }
        return new SlowServers(selector, port);
    }

    /// The i-th address: four in each /24, as many as the usual pace has at once in a network.
    public static String fourInANetwork(int first, int i) {
        int network = i / 4;
        return "127.%d.%d.%d".formatted(first + network / 250, network % 250, 1 + i % 4);
    }

    public int port() {
        return port;
    }

    /// Connections that were taken and are there still.
    public int open() {
        return open.get();
    }

    private void serve() {
        ByteBuffer buffer = ByteBuffer.allocate(16_384);
        try {
            while (selector.isOpen()) {
                selector.select();
                if (!selector.isOpen()) {
                    return;
                }
                for (SelectionKey key : new ArrayList<>(selector.selectedKeys())) {
                    if (key.channel() instanceof ServerSocketChannel server) {
                        accept(server, (Script) key.attachment());
                    } else {
                        hear(key, buffer);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whoever has been called is not called again: half as many files are open.
    private void accept(ServerSocketChannel server, Script script) throws IOException {
        SocketChannel client = server.accept();
        server.close();
        client.configureBlocking(false);
        Talk talk = new Talk(script);
        client.register(selector, SelectionKey.OP_READ, talk);
        open.incrementAndGet();
        say(client, talk);
    }

    private void hear(SelectionKey key, ByteBuffer buffer) {
        SocketChannel client = (SocketChannel) key.channel();
        try {
            int heard = client.read(buffer.clear());
            if (heard < 0) {
                end(client);
            } else if (heard > 0) {
                say(client, (Talk) key.attachment());
            }
        } catch (IOException reset) {
            end(client);
        }
    }

    private void say(SocketChannel client, Talk talk) throws IOException {
        if (talk.said == talk.script.replies().size()) {
            return;
        }
        String reply = talk.script.replies().get(talk.said++);
        client.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.US_ASCII)));
        if (reply.startsWith("221")) {
            end(client);
        }
    }

    private void end(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        open.decrementAndGet();
    }

    @Override
    public void close() throws IOException {
        List<SelectionKey> keys = new ArrayList<>(selector.keys());
        selector.close();
        for (SelectionKey key : keys) {
            key.channel().close();
        }
        thread.interrupt();
    }
}
