package org.mxcensus.lab.client;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.mxcensus.lab.Lab;

/// A mail client made of the JDK's sockets.
public final class Conversation implements AutoCloseable {

    private static final int LONGEST_REPLY = 32 * 1024;

    private Socket socket;
    private BufferedReader in;
    private boolean heard;

    public Conversation(String address, int port) throws IOException {
        socket = new Socket();
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(address, port), 10_000);
        in = reader(socket);
    }

    /// The server closed the connection where a reply was due.
    public static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// A reply does not come to its end.
    public static final class Endless extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The next reply, lines joined by `|`.
    public String hear() throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                throw new Ended();
            }
            reply.append(reply.isEmpty() ? "" : "|").append(line);
            if (reply.length() > LONGEST_REPLY) {
                throw new Endless();
            }
        } while (line.matches("\\d{3}-.*"));
        return reply.toString();
    }

    /// Whether the server has said anything.
    public boolean hasHeard() {
        return heard;
    }

    public String say(String command) throws IOException {
        tell(command);
        return hear();
    }

    public void tell(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Waits no longer than this for what comes next.
    public void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /// The handshake, trusting everything.
    public SSLSocket handshake(String sni) throws Exception {
        return handshake(sni, everything());
    }

    /// The handshake by BoringSSL, which ends what this conversation can say.
    ///
    /// @param sni empty for none
    public BoringHandshake.Seen handshakeBoring(String sni, String... suites) throws Exception {
        return BoringHandshake.of(socket, sni, 4 << 20, suites);
    }

    /// As [#handshakeBoring], reading no chain that is longer than this.
    public BoringHandshake.Seen handshakeWithin(int chainBytes, String sni) throws Exception {
        return BoringHandshake.of(socket, sni, chainBytes);
    }

    /// The handshake, trusting the lab's CA and insisting on the name.
    public SSLSocket handshakeTrusting(Lab lab, String sni) throws Exception {
        return handshake(sni, only(lab.caPem()));
    }

    private SSLSocket handshake(String sni, TrustManager[] trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, sni, socket.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(sni)));
        parameters.setEndpointIdentificationAlgorithm(trust[0] instanceof Everything ? null : "HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        socket = secured;
        in = reader(secured);
        return secured;
    }

    public static TrustManager[] only(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "lab",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static TrustManager[] everything() {
        return new TrustManager[] {new Everything()};
    }

    public static List<X509Certificate> chain(SSLSocket socket) throws IOException {
        return Stream.of(socket.getSession().getPeerCertificates())
                .map(X509Certificate.class::cast)
                .toList();
    }

    /// Whether the chain, as sent, leads to this root today.
    public static boolean isTrusted(List<X509Certificate> chain, String rootPem)
            throws GeneralSecurityException, IOException {
        try {
            ((X509TrustManager) only(rootPem)[0]).checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException distrust) {
            return false;
        }
    }

    /// Whether the certificate is for a DNS name.
    public static boolean isFor(X509Certificate certificate, String name) throws GeneralSecurityException {
        String wildcard = "*" + name.substring(name.indexOf('.'));
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names != null && names.stream().anyMatch(san -> name.equals(san.get(1)) || wildcard.equals(san.get(1)));
    }

    private BufferedReader reader(Socket socket) throws IOException {
        InputStream listening = new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                heard |= read > 0;
                return read;
            }
        };
        return new BufferedReader(new InputStreamReader(listening, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Everything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
