package org.mxcensus.analyzer.evidence;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Readers;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// Looks names up in the files of a store.
public final class StoredEvidence implements Evidence {
    private final Store store;
    private final SteadyManifests manifests;
    private final Readers readers;
    private final FirstKeys firsts = new FirstKeys(DomainNames::reversed);
    private final LatelySeenHosts hosts = new LatelySeenHosts();
    private final FirstKeys firstHosts = new FirstKeys(UnaryOperator.identity());

    private StoredEvidence(Store store) {
        this.store = store;
        this.manifests = new SteadyManifests(store);
        this.readers = new Readers(Warehouse.confined(store, Limits.READER));
    }

    /// Opens a store; what is published later is seen too.
    public static Evidence open(Store store) {
        return new StoredEvidence(store);
    }

    @Override
    public Optional<DomainEvidence> domain(String domain) {
        return newestFirst(crawl -> crawl.domain(domain));
    }

    @Override
    public Optional<DomainEvidence> domain(String domain, LocalDate crawl) {
        return manifests.find(crawl).flatMap(manifest -> in(manifest, evidence -> evidence.domain(domain)));
    }

    @Override
    public List<DomainHistory> history(String domain) {
        List<Manifest> all = manifests.newestFirst().reversed();
        return readers.ask(connection -> new RowFinder(connection, store, firsts, all)
                .inCrawls(Table.DOMAIN_VERDICTS, List.of(domain)).stream()
                        .map(found -> new DomainHistory(found.crawl(), found.row()))
                        .toList());
    }

    @Override
    public Optional<HostEvidence> host(String host) {
        return newestFirst(crawl -> crawl.host(host));
    }

    @Override
    public List<HostHistory> hostHistory(String host) {
        List<Manifest> all = manifests.newestFirst().reversed();
        return readers.ask(connection -> HostHistories.of(new RowFinder(connection, store, firsts, all), host));
    }

    @Override
    public HostUsers usersOf(String host, int limit) {
        return newestWith(Table.DOMAIN_VERDICTS)
                .map(manifest -> readers.ask(connection -> usersOf(connection, manifest, host, limit)))
                .orElseGet(() -> new HostUsers(0, List.of()));
    }

    private HostUsers usersOf(Warehouse connection, Manifest crawl, String host, int limit) {
        List<Path> counted = files(crawl, Stats.HOST_USERS);
        if (counted.isEmpty()) {
            return usersOf(connection, byVerdicts(crawl), host, limit);
        }
        List<Path> having = firstHosts.files(connection, "host", counted, host);
        return having.isEmpty()
                ? new HostUsers(0, List.of())
                : usersOf(connection, Warehouse.files(having), host, limit);
    }

    /// @param users a relation with a row for each MX host and domain that uses it
    private static HostUsers usersOf(Warehouse connection, String users, String host, int limit) {
        long count = connection
                .ask(usersOf("count_users_of_host", users, host).build(), row -> row.getLong(1))
                .getFirst();
        List<String> some = connection.ask(
                usersOf("users_of_host", users, host).value("limit", limit).build(), row -> row.getString(1));
        return new HostUsers(count, some);
    }

    private static Question.Builder usersOf(String name, String users, String host) {
        return Question.named(StoredEvidence.class, name).piece("users", users).value("host", host);
    }

    private String byVerdicts(Manifest crawl) {
        return Question.named(StoredEvidence.class, "users_by_verdicts")
                .piece("verdicts", Warehouse.files(files(crawl, Table.DOMAIN_VERDICTS.name())))
                .build()
                .sql();
    }

    private List<Path> files(Manifest crawl, String table) {
        return crawl.paths(table).stream().map(store::local).toList();
    }

    @Override
    public List<Hit> search(String text, int limit) {
        List<Hit> hits = new ArrayList<>();
        hits.addAll(search(Hit.Kind.TLD, Table.FRAME, "tld", text, limit));
        hits.addAll(search(Hit.Kind.PROVIDER, Table.HOST_PROVIDERS, "provider", text, limit));
        hits.addAll(search(Hit.Kind.DOMAIN, Table.FRAME, "domain", text, limit));
        hits.addAll(search(Hit.Kind.HOST, Table.MX_HOSTS, "host", text, limit));
        return hits;
    }

    private List<Hit> search(Hit.Kind kind, Table<?> table, String column, String text, int limit) {
        return this.<List<Hit>>inNewest(
                        table,
                        (connection, relation) -> connection.ask(
                                Question.named(StoredEvidence.class, "search")
                                        .piece("relation", relation)
                                        .piece("column", column)
                                        .value("text", text)
                                        .value("limit", limit)
                                        .build(),
                                row -> new Hit(kind, row.getString("name"))))
                .orElse(List.of());
    }

    private interface Asking<T> {
        T ask(Warehouse connection, String relation);
    }

    /// Asks over a table's files in the newest crawl that has them.
    private <T> Optional<T> inNewest(Table<?> table, Asking<T> asking) {
        return newestWith(table)
                .map(manifest -> readers.ask(
                        connection -> asking.ask(connection, Warehouse.files(files(manifest, table.name())))));
    }

    private Optional<Manifest> newestWith(Table<?> table) {
        return manifests.newestFirst().stream()
                .filter(manifest -> !manifest.paths(table.name()).isEmpty())
                .findFirst();
    }

    private <T> Optional<T> newestFirst(Function<CrawlEvidence, Optional<T>> look) {
        return manifests.newestFirst().stream()
                .flatMap(manifest -> in(manifest, look).stream())
                .findFirst();
    }

    private <T> Optional<T> in(Manifest manifest, Function<CrawlEvidence, Optional<T>> look) {
        return readers.ask(connection -> look.apply(
                new CrawlEvidence(manifest, new RowFinder(connection, store, firsts, List.of(manifest)), hosts)));
    }

    @Override
    public void close() {
        readers.close();
    }
}
