package org.mxcensus.crawler.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// nginx's mail proxy as a server with STARTTLS that costs little beside TLS. There is nobody behind it: it asks for
/// that only where mail is to be sent.
final class NginxMail {

    private static final String MODULE = "/usr/lib/nginx/modules/ngx_mail_module.so";

    private NginxMail() {}

    /// TLS 1.3 with a chain of three, the key an ECDSA one.
    static Daemon start(Path folder, TestCertificates certificates) throws IOException {
        String program = RealServer.require("nginx").toString();
        String module = RealServer.require(MODULE).toString();
        Files.writeString(folder.resolve("chain.pem"), certificates.pem());
        return Daemon.atAFreePort(
                folder.resolve("nginx.log"),
                address -> List.of(
                        program,
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        write(folder, module, address).toString()),
                NginxMail::greets);
    }

    private static Path write(Path folder, String module, InetSocketAddress address) {
        try {
            return Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off;
                    pid nginx.pid;
                    error_log stderr error;
                    load_module %s;
                    worker_processes 1;
                    worker_rlimit_nofile 20000;
                    events { worker_connections 8192; }
                    mail {
                      server_name mx.example.net;
                      auth_http 127.0.0.1:1/nobody;
                      resolver off;
                      smtp_capabilities PIPELINING "SIZE 52428800" 8BITMIME ENHANCEDSTATUSCODES;
                      smtp_auth none;
                      starttls on;
                      ssl_certificate chain.pem; ssl_certificate_key chain.pem;
                      ssl_protocols TLSv1.3;
                      ssl_session_tickets off;
                      server { listen %s:%d backlog=4096; protocol smtp; }
                    }
                    """.formatted(
                            module, address.getAddress().getHostAddress(), address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean greets(InetSocketAddress address) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.getInputStream().read() == '2';
        } catch (IOException notYet) {
            return false;
        }
    }
}
