package org.mxcensus.cli.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.policy.PolicyAddresses;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.Daemon;

/// The policy hosts of a world as virtual hosts of one nginx, told apart by the name in the handshake.
final class RealPolicies {

    private static final int PORT = 443;
    private static final int LONGER_THAN_64_KIB = 70_000;

    private RealPolicies() {}

    /// A policy host.
    ///
    /// @param name `mta-sts.` and the domain
    private record PolicyHost(String name, String address, StsSpec sts) {

        static Optional<PolicyHost> of(DomainSpec domain) {
            return domain.sts()
                    .flatMap(sts -> sts.cname()
                            .map(PolicyAddresses::of)
                            .or(() -> PolicyAddresses.of(domain.name(), sts.behaviour()))
                            .filter(_ -> sts.behaviour() != PolicyBehaviour.REFUSED)
                            .map(address -> new PolicyHost("mta-sts." + domain.name(), address, sts)));
        }
    }

    static Daemon start(Path folder, World world, Authority authority) {
        List<PolicyHost> hosts = world.domains().stream()
                .map(PolicyHost::of)
                .flatMap(Optional::stream)
                .toList();
        List<String> addresses =
                hosts.stream().map(PolicyHost::address).distinct().sorted().toList();
        Tool.write(
                folder.resolve("nginx.conf"),
                """
                daemon off;
                pid nginx.pid;
                events {}
                http {
                  access_log off;
                  server_names_hash_bucket_size 128;
                """
                        + addresses.stream()
                                // Nobody there of the name that is asked for.
                                .map(address ->
                                        "  server { listen %s:%d ssl default_server; ssl_reject_handshake on; }\n"
                                                .formatted(address, PORT))
                                .collect(Collectors.joining())
                        + hosts.stream()
                                .filter(host -> host.sts().behaviour() != PolicyBehaviour.HANDSHAKE_FAILED)
                                .map(host -> server(folder, host, authority))
                                .collect(Collectors.joining())
                        + "}\n");
        return Daemon.startAt(
                folder.resolve("log"),
                addresses.stream()
                        .map(address -> new InetSocketAddress(address, PORT))
                        .toList(),
                NginxFiles.command(folder));
    }

    private static String server(Path folder, PolicyHost host, Authority authority) {
        Path key = Tool.write(
                folder.resolve(host.name() + ".pem"),
                authority
                        .identity(host.name(), host.sts().behaviour().certificate(), 0)
                        .pem());
        return """
                server {
                  listen %1$s:%2$d ssl;
                  server_name %3$s;
                  ssl_protocols TLSv1.2 TLSv1.3;
                  ssl_certificate %4$s; ssl_certificate_key %4$s;
                  location / { return 404; }
                  location = /.well-known/mta-sts.txt { types {} default_type %5$s; %6$s }
                }
                """.formatted(host.address(), PORT, host.name(), key, mediaType(host), answer(folder, host));
    }

    private static String mediaType(PolicyHost host) {
        return host.sts().behaviour() == PolicyBehaviour.WRONG_MEDIA_TYPE ? "text/html" : "text/plain";
    }

    private static String answer(Path folder, PolicyHost host) {
        String policy = host.sts().policy().orElse("");
        return switch (host.sts().behaviour()) {
            case NOT_FOUND -> "return 404;";
            case SERVER_ERROR -> "return 500;";
            case REDIRECT -> "return 301 https://$host/policy.txt;";
            case OVERSIZED -> file(folder, host, policy + "x_padding: " + "x".repeat(LONGER_THAN_64_KIB) + "\n");
            case BAD_SYNTAX -> file(folder, host, policy.isEmpty() ? "<html><body>It works!</body></html>\n" : policy);
            default -> file(folder, host, policy);
        };
    }

    private static String file(Path folder, PolicyHost host, String text) {
        return "alias " + Tool.write(folder.resolve(host.name() + ".txt"), text) + ";";
    }
}
