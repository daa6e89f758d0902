package org.mxcensus.cli.preflight;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.Identity;
import org.mxcensus.lab.world.CertificateKind;

/// The web server of whoever measures: shows a folder.
///
/// @param folder with `.well-known/probing.txt`, or without
record OwnSite(HttpsServer server, Path folder) implements AutoCloseable {

    static OwnSite at(String address, String name, Path folder) throws IOException, GeneralSecurityException {
        Identity identity = new Authority(1, Instant.now()).identity(name, CertificateKind.CA_SIGNED, 0);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("site", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        OwnSite site = new OwnSite(server, folder);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
