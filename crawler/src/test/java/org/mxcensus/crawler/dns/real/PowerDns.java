package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// PowerDNS, which signs each answer as it goes.
final class PowerDns implements NameServer {

    private static final Tool PDNSUTIL = new Tool("pdnsutil");

    private final Path folder;
    private final List<Zone> zones = new ArrayList<>();

    PowerDns(Path folder) {
        // It shuffles records over whole sections, and once a CNAME stands before the DNAME that it was made from,
        // validators take it for one whose signature is missing.
        this.folder = folder;
        NameServer.write(folder.resolve("pdns.conf"), """
                launch=bind
                bind-config=%1$s/named.conf
                bind-dnssec-db=%1$s/dnssec.db
                socket-dir=%1$s
                dname-processing=yes
                no-shuffle=yes
                security-poll-suffix=
                """.formatted(folder));
        nameZones();
        pdnsutil("create-bind-db", folder.resolve("dnssec.db").toString());
    }

    @Override
    public List<String> add(Zone zone) {
        if (zone.fault().isInTheFile()) {
            throw new IllegalArgumentException("PowerDNS signs right: " + zone);
        }
        zones.add(zone);
        NameServer.write(file(zone), zone.text());
        nameZones();
        if (!zone.isSigned()) {
            return List.of();
        }
        List<String> key = new ArrayList<>(List.of("add-zone-key", zone.name(), "ksk", "active", "published"));
        if (zone.algorithm().isRsa()) {
            key.add("2048");
        }
        key.add(zone.algorithm().powerDns());
        pdnsutil(key.toArray(String[]::new));
        switch (zone.denial()) {
            case NSEC -> {}
            case NSEC3 -> pdnsutil("set-nsec3", zone.name(), "1 0 0 -");
            case OPT_OUT -> pdnsutil("set-nsec3", zone.name(), "1 1 0 -");
        }
        return Tool.ds(pdnsutil("export-zone-ds", zone.name()).stream());
    }

    private void nameZones() {
        NameServer.write(
                folder.resolve("named.conf"),
                zones.stream()
                        .map(zone -> "zone \"%s\" { type master; file \"%s\"; };\n".formatted(zone.name(), file(zone)))
                        .collect(Collectors.joining()));
    }

    private List<String> pdnsutil(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--config-dir=" + folder));
        all.addAll(List.of(arguments));
        return PDNSUTIL.run(folder, all.toArray(String[]::new));
    }

    @Override
    public Daemon start() {
        String program = RealServer.require("pdns_server").toString();
        return Daemon.atAFreeAddress(
                folder.resolve("log"),
                address -> command(program, address),
                address -> NameServer.serves(address, zones));
    }

    private List<String> command(String program, InetSocketAddress address) {
        return List.of(
                program,
                "--config-dir=" + folder,
                "--local-address=" + address.getAddress().getHostAddress(),
                "--local-port=" + address.getPort(),
                "--daemon=no",
                "--guardian=no");
    }

    private Path file(Zone zone) {
        return folder.resolve("zone-" + zone.name());
    }
}
