package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.ledger.Daemon;

/// The small internet: a root, three top-level domains and the zones below, each at a real server; recursive resolvers.
final class Miniature implements AutoCloseable {

    /// The top-level domains. Below the second, unsigned delegations have no NSEC3 of their own; below the third are
    /// addresses turned round.
    private static final List<Zone> TOP = List.of(
            Zone.of("zone", Software.BIND, Algorithm.ECDSAP256SHA256, Denial.NSEC),
            Zone.of("loose", Software.NSD, Algorithm.RSASHA256, Denial.OPT_OUT),
            Zone.of("arpa", Software.NSD, Algorithm.ECDSAP256SHA256, Denial.NSEC));

    private final Path folder;
    private final List<Daemon> daemons = new ArrayList<>();
    private final Map<Software, NameServer> authorities = new EnumMap<>(Software.class);
    private final Map<String, InetSocketAddress> servers = new LinkedHashMap<>();
    private final Map<Unbound.Mode, InetSocketAddress> resolvers = new EnumMap<>(Unbound.Mode.class);
    private String anchor = "";

    private Miniature(Path folder) {
        this.folder = folder;
        authorities.put(Software.NSD, new Nsd(folder.resolve("nsd")));
        authorities.put(Software.BIND, new Bind(folder.resolve("bind")));
    }

    /// @param folder for all that the servers write
    /// @param zones below the top-level domains `zone`, `loose` and `arpa`
    static Miniature start(Path folder, List<Zone> zones) {
        Miniature miniature = new Miniature(folder);
        try {
            miniature.build(zones);
            return miniature;
        } catch (RuntimeException | Error e) {
            miniature.close();
            throw e;
        }
    }

    private void build(List<Zone> zones) {
        Map<String, String> delegations = new LinkedHashMap<>();
        zones.forEach(zone -> delegations.put(zone.name(), delegation(zone, add(zone))));
        List<Zone> top = TOP.stream()
                .map(zone -> zone.withRecords(delegations.entrySet().stream()
                        .filter(child -> child.getKey().endsWith("." + zone.name()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining())))
                .toList();
        Zone root = Zone.of("", Software.NSD, Algorithm.RSASHA256, Denial.NSEC)
                .withRecords(
                        top.stream().map(zone -> delegation(zone, add(zone))).collect(Collectors.joining()));
        anchor = ". 300 IN DS " + add(root).getFirst() + "\n";
        Map<Software, InetSocketAddress> started = new EnumMap<>(Software.class);
        authorities.forEach((software, authority) -> started.put(software, run(authority.start())));
        Stream.of(zones, top, List.of(root))
                .flatMap(List::stream)
                .flatMap(zone -> zone.records().contains("child NS") ? Stream.of(zone, zone.child()) : Stream.of(zone))
                .forEach(zone -> servers.put(zone.name(), started.get(zone.software())));
        for (Unbound.Mode mode : Unbound.Mode.values()) {
            resolvers.put(mode, run(new Unbound(folder.resolve("unbound-" + mode), servers, mode).start(anchor)));
        }
    }

    private List<String> add(Zone zone) {
        if (zone.fault() == Fault.LAME) {
            return List.of();
        }
        NameServer authority = authorities.computeIfAbsent(zone.software(), this::authority);
        if (zone.records().contains("child NS")) {
            authority.add(zone.child());
        }
        return authority.add(zone);
    }

    private NameServer authority(Software software) {
        Path own = folder.resolve(software.toString());
        return switch (software) {
            case NSD -> new Nsd(own);
            case KNOT -> new Knot(own);
            case BIND -> new Bind(own);
            case POWERDNS -> new PowerDns(own);
        };
    }

    private InetSocketAddress run(Daemon daemon) {
        daemons.add(daemon);
        return daemon.address();
    }

    /// What the parent says of a zone.
    private static String delegation(Zone zone, List<String> ds) {
        return "%1$s. NS ns.%1$s.\nns.%1$s. A 127.0.0.1\n".formatted(zone.name())
                + zone.fault().ds(ds).stream()
                        .map(data -> "%s. DS %s\n".formatted(zone.name(), data))
                        .collect(Collectors.joining());
    }

    InetSocketAddress resolver(Unbound.Mode mode) {
        return resolvers.get(mode);
    }

    /// Takes a validating resolver's word.
    Resolver trusting(Unbound.Mode mode) {
        return open(mode, Optional.empty());
    }

    /// Validates by itself, whatever the resolver does.
    Resolver validating(Unbound.Mode mode) {
        return open(mode, Optional.of(anchorFile()));
    }

    private Resolver open(Unbound.Mode mode, Optional<Path> trustAnchor) {
        ResolverConfig config =
                new ResolverConfig(List.of(resolver(mode)), false, trustAnchor, Duration.ofSeconds(20), 3, 100);
        // Unbound keeps a failure longer than the test asks: the second question needs no pause.
        return DnsClient.open(config, Clock.systemUTC(), none -> {});
    }

    /// The root's key, as DS in zone file format.
    Path anchorFile() {
        return folder.resolve("unbound-VALIDATING/anchor");
    }

    /// How to resolve names here, for programs that read Unbound's configuration.
    Path unboundConfiguration() {
        return folder.resolve("unbound-VALIDATING/unbound.conf");
    }

    @Override
    public void close() {
        daemons.reversed().forEach(Daemon::close);
    }
}
