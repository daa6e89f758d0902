package org.mxcensus.analyzer.remedy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Why DANE does not work where it was meant to, by how many domains one repair heals.
///
/// A repair is what one party does once: a provider mends a fault at all its MX hosts that have it, a DNS operator
/// the zones that do not answer for TLSA, or signs the zones of domains whose MX hosts are ready.
public final class Causes {
    /// What is no fault of anybody, but of the measurement.
    private static final List<DaneCause> UNTOLD =
            List.of(DaneCause.NOT_MEASURED, DaneCause.LOOKUP_NETWORK, DaneCause.LOOKUP_INTERNAL_ERROR);

    private final Warehouse warehouse;
    private final Providers providers;

    private Causes(Warehouse warehouse, Providers providers) {
        this.warehouse = warehouse;
        this.providers = providers;
    }

    /// The repairs that a judged crawl calls for.
    ///
    /// @param providers tell who runs name servers
    /// @param tld only domains below it; empty for all
    /// @param limit the most that are told
    /// @throws UserError where the crawl was not judged
    public static Diagnosis of(Store store, LocalDate crawl, Providers providers, Optional<String> tld, long limit) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        Path operators = store.scratch("zone_operators");
        try (Warehouse warehouse = Groundwork.of(store, crawl, tld, Limits.DEFAULT)) {
            warehouse.view(Table.DOMAINS.name(), store, List.of(manifest));
            ParquetFiles.write(
                    ZoneOperators.Operated.TABLE, operators, new ZoneOperators(store, manifest, providers).all());
            warehouse.view(ZoneOperators.Operated.TABLE.name(), List.of(operators));
            Causes causes = new Causes(warehouse, providers);
            return new Diagnosis(
                    Groundwork.today(warehouse, Lever.Goal.DANE),
                    Stream.concat(causes.atHosts(limit).stream(), causes.ofUnsigned(tld).stream())
                            .sorted(Repair.ORDER)
                            .limit(limit)
                            .toList());
        } finally {
            remove(operators);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Repair> atHosts(long limit) {
        warehouse.run(Question.named(Causes.class, "exchange_faults")
                .piece(
                        "causes",
                        Stream.of(DaneCause.values())
                                .filter(cause -> !UNTOLD.contains(cause))
                                .map(cause -> Question.quoted(cause.name()))
                                .collect(Collectors.joining(", ")))
                .build());
        return warehouse.ask(
                Question.named(Causes.class, "exchange_repairs")
                        .value("limit", limit)
                        .build(),
                row -> new Repair(
                        new Party(Party.Kind.valueOf(row.getString(1)), row.getString(2)),
                        DaneCause.valueOf(row.getString(3)),
                        row.getLong(4),
                        List.of(row.getString(5).split(" ")),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
    }

    /// RFC 7672 §2.2.1: of a domain whose MX hosts are valid, a signature is all that is wanting.
    private List<Repair> ofUnsigned(Optional<String> tld) {
        Map<String, Long> domains = new TreeMap<>();
        warehouse
                .ask(
                        Question.named(Causes.class, "unsigned_domains")
                                .value("tld", tld.orElse(""))
                                .build(),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> domains.merge(operators(entry.getKey()), entry.getValue(), Long::sum));
        return domains.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> new Repair(
                        new Party(Party.Kind.DNS_OPERATOR, entry.getKey()),
                        DaneCause.MX_INSECURE,
                        0,
                        List.of(),
                        entry.getValue(),
                        entry.getValue(),
                        0))
                .toList();
    }

    private String operators(String nameServers) {
        List<String> servers = Stream.of(nameServers.split(" "))
                .filter(server -> !server.isEmpty())
                .toList();
        return Party.operators(providers.ofNameServers(servers)).name();
    }
}
