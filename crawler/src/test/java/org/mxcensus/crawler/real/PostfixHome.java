package org.mxcensus.crawler.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// Where a Postfix lives: its folders, and how it is started.
///
/// @param log takes what it says
/// @param seen the folder as Postfix sees it
/// @param conf where its configuration goes, as we see it
/// @param maillog where its parts write what they say
/// @param groups in the order of its liking
/// @param command starts it in the foreground
record PostfixHome(Path log, String seen, Path conf, String maillog, String groups, List<String> command) {

    /// The installed one, with folders of its own.
    static PostfixHome installed(Path folder) {
        String program = RealServer.require("postfix").toString();
        Path conf = folder.resolve("conf");
        try {
            // Postfix' own users come by here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectory(conf);
            Files.createDirectory(folder.resolve("queue"));
            Path data = Files.createDirectory(folder.resolve("data"));
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostfixHome(
                folder.resolve("postfix.log"),
                folder.toString(),
                conf,
                "/dev/stdout",
                "X25519 prime256v1 secp384r1",
                List.of(program, "-c", conf.toString(), "start-fg"));
    }

    /// Debian 13's. Its scripts have no shell there, so that what they prepare is prepared here.
    static PostfixHome ofTrixie(Path folder) {
        DebianRoot root = RealServer.unpack(folder.resolve("root"), "trixie", "postfix")
                .withUsers("postfix", "postdrop", "nobody")
                .folder("/home/data")
                .give(0, "/home/data")
                .folder("/home/queue/private")
                .give(0, "/home/queue/private")
                .folder("/home/queue/public")
                .give(0, "/home/queue/public")
                .folder("/home/queue/pid")
                .folder("/home/conf");
        return new PostfixHome(
                folder.resolve("postfix.log"),
                "/home",
                root.path("/home/conf"),
                "/home/log",
                "X25519MLKEM768 X25519 prime256v1 secp384r1",
                root.command("/usr/lib/postfix/sbin/master", "-c", "/home/conf", "-s"));
    }

    /// @param services what is to be at each address, as in `master.cf`
    Daemon start(
            Function<InetSocketAddress, Map<InetSocketAddress, String>> services, Predicate<InetSocketAddress> ready) {
        return Daemon.atAFreeAddress(
                log,
                address -> {
                    write("ecdsa.pem", Keys.pem("ecdsa.pem"));
                    write("rsa.pem", Keys.pem("rsa.pem"));
                    write("main.cf", mainCf());
                    write("master.cf", masterCf(services.apply(address)));
                    return command;
                },
                ready);
    }

    private String mainCf() {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %4$s
                maillog_file_prefixes = /dev, /home
                myhostname = %2$s
                inet_interfaces = all
                mynetworks =
                local_recipient_maps =
                alias_maps =
                smtpd_peername_lookup = no
                smtpd_tls_security_level = may
                ecdsa_file = %1$s/conf/ecdsa.pem
                rsa_file = %1$s/conf/rsa.pem
                smtpd_tls_chain_files = $ecdsa_file
                tls_random_source = $rsa_file
                tls_eecdh_auto_curves = %3$s
                """.formatted(seen, Keys.HOST, groups, maillog);
    }

    private static String masterCf(Map<InetSocketAddress, String> services) {
        return Stream.concat(
                        Stream.of(
                                "tlsmgr unix - - n 1000? 1 tlsmgr",
                                "anvil unix - - n - 1 anvil",
                                "rewrite unix - - n - - trivial-rewrite",
                                "postlog unix-dgram n - n - 1 postlogd",
                                "smtpd pass - - n - - smtpd"),
                        services.entrySet().stream()
                                .map(service -> MailServer.text(service.getKey()) + " inet n " + service.getValue()))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private void write(String file, String text) {
        try {
            Files.writeString(conf.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
