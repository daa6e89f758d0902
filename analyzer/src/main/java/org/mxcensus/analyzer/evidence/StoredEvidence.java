package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Readers;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// Looks names up in the files of a store.
public final class StoredEvidence implements Evidence {
    private final Store store;
    private final SteadyManifests manifests;
    private final Readers readers;
    private final FirstKeys firsts = new FirstKeys();

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
        return inNewest(Table.DOMAIN_VERDICTS, (connection, relation) -> {
                    List<Long> count = new ArrayList<>();
                    List<String> some = connection.ask(
                            Question.named(StoredEvidence.class, "users_of_host")
                                    .piece("relation", relation)
                                    .value("host", host)
                                    .value("limit", limit)
                                    .build(),
                            row -> {
                                count.add(row.getLong("users"));
                                return row.getString("domain");
                            });
                    return new HostUsers(count.isEmpty() ? 0 : count.getFirst(), some);
                })
                .orElseGet(() -> new HostUsers(0, List.of()));
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
        return manifests.newestFirst().stream()
                .filter(manifest -> !manifest.paths(table.name()).isEmpty())
                .findFirst()
                .map(manifest -> readers.ask(connection -> asking.ask(
                        connection,
                        Warehouse.files(manifest.paths(table.name()).stream()
                                .map(store::local)
                                .toList()))));
    }

    private <T> Optional<T> newestFirst(Function<CrawlEvidence, Optional<T>> look) {
        return manifests.newestFirst().stream()
                .flatMap(manifest -> in(manifest, look).stream())
                .findFirst();
    }

    private <T> Optional<T> in(Manifest manifest, Function<CrawlEvidence, Optional<T>> look) {
        return readers.ask(connection -> look.apply(
                new CrawlEvidence(manifest.crawl(), new RowFinder(connection, store, firsts, List.of(manifest)))));
    }

    @Override
    public void close() {
        readers.close();
    }
}
