package org.mxcensus.crawler.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.ledger.Daemon;

/// Postfix with a service for each setup: Debian 12's as installed, or Debian 13's, which knows post-quantum groups.
final class Postfix implements MailServer {

    static final Set<Setup> SETUPS = Set.copyOf(EnumSet.allOf(Setup.class));

    private final PostfixHome home;

    private Postfix(PostfixHome home) {
        this.home = home;
    }

    static Postfix installed(Path folder) {
        return new Postfix(PostfixHome.installed(folder));
    }

    static Postfix ofTrixie(Path folder) {
        return new Postfix(PostfixHome.ofTrixie(folder));
    }

    @Override
    public Daemon start() {
        return home.start(this::services, address -> MailServer.listens(address, SETUPS));
    }

    private Map<InetSocketAddress, String> services(InetSocketAddress first) {
        return SETUPS.stream()
                .collect(Collectors.toMap(
                        setup -> MailServer.at(first, setup),
                        setup -> "- n - - smtpd " + options(setup),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String options(Setup setup) {
        if (!setup.startTls()) {
            return "-o smtpd_tls_security_level=none";
        }
        String chains = setup.keys().files().stream()
                .map(file -> "$" + file.replace(".pem", "_file"))
                .collect(Collectors.joining(","));
        List<String> versions =
                setup.onlyTls12() ? List.of("TLSv1.2") : setup.onlyTls13() ? List.of("TLSv1.3") : List.of();
        return Stream.concat(
                        Stream.of("-o smtpd_tls_chain_files=" + chains),
                        versions.stream().map("-o smtpd_tls_protocols="::concat))
                .collect(Collectors.joining(" "));
    }
}
