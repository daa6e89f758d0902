package org.mxcensus.analyzer.remedy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;

/// Why DANE and MTA-STS do not work where they were meant to, by how many domains one repair heals. For one thread.
///
/// A repair is what one party does once: a provider mends a fault at all its MX hosts that have it, a DNS operator
/// the zones that do not answer for TLSA, or signs the zones of domains whose MX hosts are ready; whoever serves
/// policies of MTA-STS, what is wrong with all that have the fault. Domains that serve their own are put together by
/// who runs their name servers: that is one letter. What a policy says under an id that has not changed
/// ([StsCause#ID_UNCHANGED]) breaks nothing at those who come for the first time, and is no cause here.
public final class Causes implements AutoCloseable {
    /// What is no fault of anybody, but of the measurement.
    private static final List<DaneCause> UNTOLD =
            List.of(DaneCause.NOT_MEASURED, DaneCause.LOOKUP_NETWORK, DaneCause.LOOKUP_INTERNAL_ERROR);

    private final Groundwork groundwork;
    private final Warehouse warehouse;
    private final Set<Mechanism> mechanisms;

    private Causes(Groundwork groundwork, Set<Mechanism> mechanisms) {
        this.groundwork = groundwork;
        this.warehouse = groundwork.warehouse();
        this.mechanisms = mechanisms;
    }

    /// The repairs that a judged crawl calls for.
    ///
    /// @param providers tell who runs name servers and policy hosts
    /// @param mechanisms those of [Mechanism#breakable()] that are told of; at least one
    /// @param tld only domains below it; empty for all
    /// @param limit the most repairs that are told
    /// @throws UserError where the crawl was not judged
    public static Causes of(
            Store store,
            LocalDate crawl,
            Providers providers,
            Set<Mechanism> mechanisms,
            Optional<String> tld,
            long limit) {
        Manifest manifest = JudgedCrawl.of(store, crawl);
        Causes causes = new Causes(Groundwork.of(store, crawl, tld, Limits.DEFAULT), mechanisms);
        try {
            causes.warehouse.view(Table.DOMAINS.name(), store, List.of(manifest));
            causes.warehouse.view(Table.MX_HOSTS.name(), store, List.of(manifest));
            causes.attribute(new Attribution(store, causes.warehouse, providers));
            causes.rank(limit);
            return causes;
        } catch (RuntimeException e) {
            causes.close();
            throw e;
        }
    }

    private void attribute(Attribution attribution) {
        warehouse.run(Question.of(Causes.class, "announced_policies"));
        attribution.zones();
        attribution.policies();
    }

    private void rank(long limit) {
        warehouse.run(Question.of(Causes.class, "names"));
        warehouse.run(Question.named(Causes.class, "faulty_domains")
                .piece("and", Question.quoted(Party.AND))
                .build());
        warehouse.run(Question.of(Causes.class, "broken_domains"));
        warehouse.run(Question.named(Causes.class, "exchange_faults")
                .piece(
                        "causes",
                        quoted(Stream.of(DaneCause.values())
                                .filter(cause -> !UNTOLD.contains(cause))
                                .map(DaneCause::name)))
                .build());
        warehouse.run(Question.of(Causes.class, "places"));
        warehouse.run(Question.of(Causes.class, "mended"));
        warehouse.run(Question.named(Causes.class, "repairs")
                .piece("mechanisms", quoted(mechanisms.stream().map(Mechanism::name)))
                .value("limit", limit)
                .build());
    }

    private static String quoted(Stream<String> names) {
        return names.map(Question::quoted).collect(Collectors.joining(", "));
    }

    /// What is to be mended.
    public Diagnosis diagnosis() {
        return new Diagnosis(
                today(),
                repairs(),
                groundwork.areOperatorsKnown(),
                warehouse.recipe().then(Question.of(Causes.class, "repairs_told")));
    }

    private Map<Mechanism, Tally> today() {
        Map<Mechanism, Tally> today = new EnumMap<>(Mechanism.class);
        mechanisms.forEach(mechanism -> today.put(mechanism, groundwork.today(works(mechanism))));
        return today;
    }

    /// A policy of mode `testing` works too: what it asks for is reported (RFC 8461 §5).
    private static String works(Mechanism mechanism) {
        return mechanism == Mechanism.MTA_STS
                ? "CASE WHEN kind.mta_sts = 'TESTING' THEN 'YES' ELSE kind.sts_today END"
                : "kind.dane_today";
    }

    private List<Repair> repairs() {
        return warehouse.ask(
                Question.of(Causes.class, "repairs_told"),
                row -> new Repair(
                        new Party(Party.Kind.valueOf(row.getString(2)), row.getString(3)),
                        cause(Mechanism.valueOf(row.getString(1)), row.getString(4)),
                        row.getLong(5),
                        List.of(row.getString(6).split(" ")),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)));
    }

    private static Cause cause(Mechanism mechanism, String name) {
        return mechanism == Mechanism.DANE ? DaneCause.valueOf(name) : StsCause.valueOf(name);
    }

    /// Writes the domains behind the repairs that are told: a line for each domain and repair.
    public void list(DomainList list) {
        groundwork.write(list, Question.named(Causes.class, "domains_mended"));
    }

    @Override
    public void close() {
        groundwork.close();
    }
}
