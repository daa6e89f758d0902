package org.mxcensus.crawler.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// nginx as a proxy for mail. It asks its HTTP service nothing before somebody has mail.
final class Nginx implements MailServer {

    static final Set<Setup> SETUPS = Set.copyOf(EnumSet.allOf(Setup.class));

    private final Path folder;

    Nginx(Path folder) {
        this.folder = folder;
    }

    @Override
    public Daemon start() {
        // The modules take the very nginx that they were made for.
        String module =
                RealServer.require("/usr/lib/nginx/modules/ngx_mail_module.so").toString();
        String program = RealServer.require("nginx").toString();
        write("ecdsa.pem", Keys.pem("ecdsa.pem"));
        write("rsa.pem", Keys.pem("rsa.pem"));
        return Daemon.atAFreeAddress(
                folder.resolve("nginx.log"),
                address -> List.of(
                        program,
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        write("nginx.conf", configuration(module, address)).toString()),
                address -> MailServer.listens(address, SETUPS));
    }

    private String configuration(String module, InetSocketAddress first) {
        return """
                load_module %s;
                daemon off;
                pid nginx.pid;
                events {}
                mail {
                  server_name %s;
                  auth_http 127.0.0.1:9/nobody;
                  smtp_capabilities "SIZE 10240000" 8BITMIME ENHANCEDSTATUSCODES;
                """.formatted(module, Keys.HOST)
                + SETUPS.stream().map(setup -> server(first, setup)).collect(Collectors.joining())
                + "}\n";
    }

    private static String server(InetSocketAddress first, Setup setup) {
        String versions = setup.onlyTls12() ? "TLSv1.2" : setup.onlyTls13() ? "TLSv1.3" : "TLSv1.2 TLSv1.3";
        String keys = setup.keys().files().stream()
                .map(file -> "ssl_certificate %1$s; ssl_certificate_key %1$s; ".formatted(file))
                .collect(Collectors.joining());
        String tls = setup.startTls() ? "starttls on; ssl_protocols %s; %s".formatted(versions, keys) : "";
        return "  server { listen %s; protocol smtp; %s}\n"
                .formatted(MailServer.text(MailServer.at(first, setup)), tls);
    }

    private Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
