package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.ledger.RealServer;

/// Configures nginx.
final class NginxFiles {

    static final String MAIL_MODULE = "/usr/lib/nginx/modules/ngx_mail_module.so";

    private NginxFiles() {}

    /// As a proxy for mail. It asks its HTTP service nothing before somebody has mail.
    ///
    /// @return its command line
    static List<String> mail(Path folder, List<MailHost> hosts) {
        Tool.write(
                folder.resolve("nginx.conf"),
                """
                load_module %s;
                daemon off;
                pid nginx.pid;
                events {}
                mail {
                  auth_http 127.0.0.1:9/nobody;
                  smtp_capabilities "SIZE 10240000" 8BITMIME ENHANCEDSTATUSCODES;
                """.formatted(RealServer.require(MAIL_MODULE))
                        + hosts.stream().map(host -> server(folder, host)).collect(Collectors.joining())
                        + "}\n");
        return command(folder);
    }

    static List<String> command(Path folder) {
        return Tool.command("nginx", "-e", "stderr", "-p", folder.toString(), "-c", "nginx.conf");
    }

    private static String server(Path folder, MailHost host) {
        Stream<String> keys = IntStream.range(0, host.keys().size())
                .mapToObj(i -> Tool.write(
                        folder.resolve(host.files().get(i)), host.keys().get(i)))
                .map(file -> "ssl_certificate %1$s; ssl_certificate_key %1$s; ".formatted(file));
        return "  server { listen %s:%d; server_name %s; protocol smtp; %s}\n"
                .formatted(
                        host.address(),
                        MailHost.PORT,
                        host.name(),
                        host.offersStartTls()
                                ? "starttls on; ssl_protocols %s; ssl_ciphers %s; ssl_ecdh_curve %s; "
                                                .formatted(
                                                        versions(host.tls().support()),
                                                        OpenSsl.ciphers(
                                                                host.tls().support()),
                                                        OpenSsl.groups(
                                                                host.tls().group(), ":"))
                                        + keys.collect(Collectors.joining())
                                : "");
    }

    private static String versions(TlsSupport support) {
        return support.protocols().stream().sorted().collect(Collectors.joining(" "));
    }
}
