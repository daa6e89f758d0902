package org.mxcensus.crawler.tls;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A server on loopback that does what a test says, and remembers what it heard.
public final class ScriptedServer implements AutoCloseable {

    /// What to do with a connection. When it returns, the connection is closed.
    public interface Script {
        void play(Peer peer) throws IOException;
    }

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private ScriptedServer(ServerSocket listener, Script script) {
        this.listener = listener;
        Thread.ofVirtual().start(() -> accept(script));
    }

    public static ScriptedServer on(String ip, Script script) {
        try {
            return new ScriptedServer(new ServerSocket(0, 200, InetAddress.getByName(ip)), script);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ScriptedServer playing(Script script) {
        return on("127.0.0.1", script);
    }

    /// A port of 127.0.0.1 that is taken, and where nobody listens.
    public static Socket unheardPort() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.1", 0));
        return socket;
    }

    private void accept(Script script) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(script, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Script script, Socket socket) {
        Peer peer = new Peer(socket);
        try {
            script.play(peer);
        } catch (IOException e) {
            // The client went away: its test will tell what it made of it.
        } finally {
            // Counted out before the client can know.
            atOnce.decrementAndGet();
            peer.close();
            open.remove(socket);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Every line that any client sent.
    public List<String> heard() {
        return heard;
    }

    public int connections() {
        return connections.get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /// The server's end of a connection.
    public final class Peer {

        private Socket socket;
        private InputStream in;

        private Peer(Socket socket) {
            this.socket = socket;
            try {
                this.in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /// Sends the text as it is, a byte for each character.
        public Peer send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public Peer send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        }

        public Peer say(String line) throws IOException {
            return send(line + "\r\n");
        }

        /// @return the next line without its end; empty where the client closed
        public String hear() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            if (!text.isEmpty()) {
                heard.add(text);
            }
            return text;
        }

        /// Waits for some bytes and throws them away.
        public Peer swallow() throws IOException {
            if (in.read(new byte[16_384]) < 0) {
                throw new IOException("closed");
            }
            return this;
        }

        /// Answers a command line with each of these lines.
        public Peer answer(String... lines) throws IOException {
            hear();
            for (String line : lines) {
                say(line);
            }
            return this;
        }

        /// Waits until the client closes, without a word.
        public void silence() throws IOException {
            while (in.read() >= 0) {
                // nothing
            }
        }

        public void startTls(SSLContext context, String... protocols) throws IOException {
            startTls(context, List.of(protocols), List.of());
        }

        /// @param protocols none for the usual ones
        /// @param suites none for the usual ones
        public void startTls(SSLContext context, List<String> protocols, List<String> suites) throws IOException {
            SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            secure.setUseClientMode(false);
            if (!protocols.isEmpty()) {
                secure.setEnabledProtocols(protocols.toArray(String[]::new));
            }
            if (!suites.isEmpty()) {
                secure.setEnabledCipherSuites(suites.toArray(String[]::new));
            }
            secure.startHandshake();
            socket = secure;
            in = new BufferedInputStream(secure.getInputStream());
        }

        /// The TLS socket, once there is one.
        public SSLSocket tls() {
            return (SSLSocket) socket;
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // already gone
            }
        }
    }
}
