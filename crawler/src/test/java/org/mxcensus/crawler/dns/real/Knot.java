package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// Knot, which signs its zones when it loads them; those with faults come from ldns.
final class Knot implements NameServer {

    private static final Tool KEYMGR = new Tool("keymgr");

    private final Path folder;
    private final List<Zone> zones = new ArrayList<>();

    Knot(Path folder) {
        this.folder = folder;
        folder.resolve("db/keys").toFile().mkdirs();
    }

    @Override
    public List<String> add(Zone zone) {
        zones.add(zone);
        if (!signs(zone)) {
            return FileSigner.publish(zone, new LdnsSigner(), folder.resolve("keys-" + zone.name()), file(zone));
        }
        NameServer.write(file(zone), zone.text());
        keymgr(zone, "generate", "algorithm=" + zone.algorithm().name(), "ksk=yes", "zsk=yes");
        return Tool.ds(keymgr(zone, "ds").stream());
    }

    private static boolean signs(Zone zone) {
        return zone.isSigned() && !zone.fault().isInTheFile();
    }

    private List<String> keymgr(Zone zone, String... arguments) {
        return KEYMGR.run(
                folder,
                Stream.concat(Stream.of("-D", folder.resolve("db/keys").toString(), zone.name()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Override
    public Daemon start() {
        String program = RealServer.require("knotd").toString();
        return Daemon.atAFreeAddress(
                folder.resolve("log"),
                address -> List.of(
                        program,
                        "-c",
                        NameServer.write(folder.resolve("knot.conf"), configuration(address))
                                .toString()),
                address -> NameServer.serves(address, zones));
    }

    private String configuration(InetSocketAddress address) {
        return """
                server:
                  rundir: %1$s
                  listen: %2$s@%3$d
                  udp-workers: 1
                  tcp-workers: 1
                  background-workers: 1
                database:
                  storage: %1$s/db
                log:
                  - target: stderr
                    any: info
                policy:
                """.formatted(folder, address.getAddress().getHostAddress(), address.getPort())
                + zones.stream()
                        .filter(Knot::signs)
                        .map(Knot::policy)
                        .distinct()
                        .collect(Collectors.joining())
                + "zone:\n"
                + zones.stream().map(this::zone).collect(Collectors.joining());
    }

    private static String policy(Zone zone) {
        return """
                  - id: %s
                    algorithm: %s
                    single-type-signing: on
                    nsec3: %s
                    nsec3-opt-out: %s
                    nsec3-iterations: 0
                """.formatted(
                        policyName(zone),
                        zone.algorithm().name().toLowerCase(Locale.ROOT),
                        zone.denial() == Denial.NSEC ? "off" : "on",
                        zone.denial() == Denial.OPT_OUT ? "on" : "off");
    }

    private static String policyName(Zone zone) {
        return zone.algorithm() + "-" + zone.denial();
    }

    private String zone(Zone zone) {
        String plain = """
                  - domain: %s
                    file: %s
                    zonefile-sync: -1
                    zonefile-load: whole
                    journal-content: none
                """.formatted(zone.name(), file(zone));
        return signs(zone) ? plain + """
                    dnssec-signing: on
                    dnssec-policy: %s
                """.formatted(policyName(zone)) : plain;
    }

    private Path file(Zone zone) {
        return folder.resolve("zone-" + zone.name());
    }
}
