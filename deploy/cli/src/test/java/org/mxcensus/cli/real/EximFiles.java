package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.ledger.DebianRoot;
import org.mxcensus.ledger.RealServer;

/// Configures Exim of Debian 13, with GnuTLS: one daemon that looks up by its own address who it is.
final class EximFiles {

    static final String PACKAGE = "exim4-daemon-light";
    private static final String USER = "Debian-exim";

    /// A rule by which a client is turned away.
    ///
    /// @param stage in whose list of rules it stands
    /// @param text in Exim's language
    private record Rule(String stage, String text) {}

    private static final Map<SmtpBehaviour, Rule> RULES = new EnumMap<>(Map.of(
            SmtpBehaviour.DEFERRED, new Rule("connect", "defer message = 421 4.3.2 busy"),
            SmtpBehaviour.BLOCKED, new Rule("connect", "deny message = 554 5.7.1 not from your address"),
            SmtpBehaviour.NO_SERVICE, new Rule("connect", "deny message = 521 5.3.2 no mail here"),
            SmtpBehaviour.DEFERRED_EHLO, new Rule("helo", "defer message = 451 4.7.1 come back later"),
            SmtpBehaviour.EHLO_REJECTED, new Rule("helo", "deny message = 550 5.5.0 not understood"),
            SmtpBehaviour.STARTTLS_REFUSED_TEMPORARY, new Rule("starttls", "defer message = 454 4.7.0 not now"),
            SmtpBehaviour.STARTTLS_REFUSED, new Rule("starttls", "deny message = 502 5.5.1 not here"),
            SmtpBehaviour.STARTTLS_NO_SERVICE, new Rule("starttls", "deny message = 521 5.3.2 no mail here")));

    private EximFiles() {}

    /// Whether it can turn clients away so.
    static boolean hasRule(SmtpBehaviour behaviour) {
        return RULES.containsKey(behaviour);
    }

    /// @return its command line
    static List<String> write(Path folder, List<MailHost> hosts) {
        DebianRoot root = RealServer.unpack(folder, "trixie", PACKAGE)
                .withUsers(USER)
                .folder("/var/spool/exim4")
                .give(0, "/var/spool/exim4")
                .folder("/var/log/exim4")
                .give(0, "/var/log/exim4")
                .write("/etc/names", table(hosts, MailHost::name))
                .write("/etc/offers", table(hosts, host -> host.offersStartTls() ? "*" : ""))
                .write(
                        "/etc/keys",
                        table(
                                hosts,
                                host -> host.files().stream()
                                        .map("/etc/"::concat)
                                        .collect(Collectors.joining(" : "))))
                .write("/etc/versions", table(hosts, host -> versions(host.tls().support())))
                .write("/etc/connect", rules(hosts, "connect"))
                .write("/etc/helo", rules(hosts, "helo"))
                .write("/etc/starttls", rules(hosts, "starttls"))
                .write("/etc/exim.conf", configuration(hosts));
        for (MailHost host : hosts) {
            for (int i = 0; i < host.keys().size(); i++) {
                String file = "/etc/" + host.files().get(i);
                root.secret(file, host.keys().get(i)).give(0, file);
            }
        }
        return root.command("/usr/sbin/exim4", "-bdf", "-C", "/etc/exim.conf");
    }

    private static String configuration(List<MailHost> hosts) {
        return """
                primary_hostname = exim.lab.test
                smtp_active_hostname = %2$s
                spool_directory = /var/spool/exim4
                log_file_path = /var/log/exim4/%%slog
                pid_file_path = /var/spool/exim4/pid
                daemon_smtp_ports = %1$d
                local_interfaces = %3$s
                host_lookup =
                smtp_accept_max = 0
                rfc1413_query_timeout = 0s
                acl_smtp_connect = %7$s
                acl_smtp_helo = %8$s
                acl_smtp_starttls = %9$s
                acl_smtp_rcpt = deny
                smtp_banner = $smtp_active_hostname ESMTP Exim $version_number
                tls_advertise_hosts = %4$s
                tls_certificate = %5$s
                tls_privatekey = %5$s
                tls_require_ciphers = %6$s

                begin acl
                welcome:
                  accept
                """.formatted(
                                MailHost.PORT,
                                lookup("/etc/names"),
                                hosts.stream().map(MailHost::address).collect(Collectors.joining(" : ")),
                                lookup("/etc/offers"),
                                lookup("/etc/keys"),
                                lookup("/etc/versions"),
                                ruleOf("/etc/connect"),
                                ruleOf("/etc/helo"),
                                ruleOf("/etc/starttls"))
                + RULES.entrySet().stream()
                        .map(rule -> "%s:\n  %s\n"
                                .formatted(acl(rule.getKey()), rule.getValue().text()))
                        .collect(Collectors.joining());
    }

    private static String table(List<MailHost> hosts, Function<MailHost, String> value) {
        return hosts.stream()
                .map(host -> host.address() + ": " + value.apply(host) + "\n")
                .collect(Collectors.joining());
    }

    private static String rules(List<MailHost> hosts, String stage) {
        return table(
                hosts.stream()
                        .filter(host -> RULES.containsKey(host.smtp().behaviour())
                                && RULES.get(host.smtp().behaviour()).stage().equals(stage))
                        .toList(),
                host -> acl(host.smtp().behaviour()));
    }

    /// With a rule that lets in all whom no other concerns.
    private static String ruleOf(String file) {
        return "${lookup{$received_ip_address}lsearch{" + file + "}{$value}{welcome}}";
    }

    /// A name as Exim takes it.
    private static String acl(SmtpBehaviour behaviour) {
        return behaviour.id().replace('-', '_');
    }

    private static String lookup(String file) {
        return "${lookup{$received_ip_address}lsearch{" + file + "}}";
    }

    /// GnuTLS's way to say which.
    private static String versions(TlsSupport support) {
        return switch (support) {
            case TLS_1_3 -> "NORMAL:-VERS-ALL:+VERS-TLS1.3";
            case TLS_1_2 -> "NORMAL:-VERS-ALL:+VERS-TLS1.2";
            default -> "NORMAL";
        };
    }
}
