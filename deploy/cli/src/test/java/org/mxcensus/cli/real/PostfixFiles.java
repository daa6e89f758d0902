package org.mxcensus.cli.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.lab.world.TlsSupport;

/// Configures the installed Postfix, with folders of its own: a service an address.
final class PostfixFiles {

    private PostfixFiles() {}

    /// @return its command line
    static List<String> write(Path folder, List<MailHost> hosts) {
        Path conf = folder.resolve("conf");
        Tool.write(conf.resolve("main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = /dev/stdout
                inet_interfaces = all
                mynetworks =
                mydestination =
                local_recipient_maps =
                alias_maps =
                smtpd_peername_lookup = no
                """.formatted(folder));
        Tool.write(
                conf.resolve("master.cf"),
                """
                tlsmgr unix - - n 1000? 1 tlsmgr
                anvil unix - - n - 1 anvil
                rewrite unix - - n - - trivial-rewrite
                postlog unix-dgram n - n - 1 postlogd
                """ + hosts.stream().map(host -> service(host, conf)).collect(Collectors.joining()));
        try {
            Files.createDirectory(folder.resolve("queue"));
            Path data = Files.createDirectory(folder.resolve("data"));
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Tool.command("postfix", "-c", conf.toString(), "start-fg");
    }

    private static String service(MailHost host, Path conf) {
        String versions = versions(host.tls().support());
        Stream<String> tls = host.offersStartTls()
                ? Stream.of(
                        "smtpd_tls_security_level=may",
                        "smtpd_tls_protocols=" + versions,
                        "tls_medium_cipherlist=" + OpenSsl.ciphers(host.tls().support()),
                        "tls_eecdh_auto_curves=" + OpenSsl.groups(host.tls().group(), ","),
                        "smtpd_tls_chain_files=" + String.join(",", keys(host, conf)))
                : Stream.of("smtpd_tls_security_level=none");
        return Stream.concat(Stream.of("myhostname=" + host.name()), tls)
                .map(option -> " -o " + option)
                .collect(Collectors.joining(
                        "", "[%s]:%d inet n - n - - smtpd".formatted(host.address(), MailHost.PORT), "\n"));
    }

    private static List<String> keys(MailHost host, Path conf) {
        return Stream.iterate(0, i -> i < host.keys().size(), i -> i + 1)
                .map(i -> Tool.write(
                                conf.resolve(host.files().get(i)), host.keys().get(i))
                        .toString())
                .toList();
    }

    private static String versions(TlsSupport support) {
        return ">=" + support.protocols().getLast() + ",<="
                + support.protocols().getFirst();
    }
}
