package org.mxcensus.analyzer.stats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.ProviderMap;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Slices;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;

/// How a crawl is counted: questions, one after another, that end in table `adoption`.
///
/// Slice by slice, domains become counts of [Kinds]; then what metrics find of the kinds is summed up by [Grouping].
final class Counting {
    /// Rows as [Predicate] calls them.
    private static final String OBSERVED = "o";

    private static final String JUDGED = "v";
    private static final String FIRST_WEIGHS = Long.toString(Weighting.FIRST_WEIGHS);

    /// A column that lists groups of which a domain may be in several.
    ///
    /// @param list column of table `facts`
    /// @param name what it has as a key of groups
    /// @param domains the relation of the domains of each
    /// @param hosts the relation of the MX hosts that they use
    private record Listed(String list, String name, String domains, String hosts) {}

    private static final List<Listed> LISTED = List.of(
            new Listed("dns_operators", "dns_operator", "operated_domains", "operated_hosts"),
            new Listed("issuers", "issuer", "certified_domains", "certified_hosts"));

    private final Warehouse warehouse;
    private final Set<String> verdicts;
    private final Kinds ofDomains;
    private final Kinds ofHosts;
    private final List<Question> questions = new ArrayList<>();

    private Counting(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.verdicts = columns(JUDGED, Table.DOMAIN_VERDICTS);
        Set<String> domains = Stream.of(columns("f", Table.FRAME), columns(OBSERVED, Table.DOMAINS), verdicts)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        this.ofDomains =
                new Kinds(MetricSql.OF_DOMAINS, metric -> metric.definition().ofDomains(), domains);
        this.ofHosts = new Kinds(
                MetricSql.OF_HOSTS,
                metric -> metric.definition().ofHosts().orElseThrow(),
                columns(JUDGED, Table.EXCHANGE_VERDICTS));
    }

    /// The questions in their order.
    ///
    /// @param warehouse has views of `frame`, `domains`, `domain_verdicts` and `exchange_verdicts`
    /// @param frame the files of table `frame`
    static List<Question> of(Warehouse warehouse, List<Path> frame) {
        Counting counting = new Counting(warehouse);
        counting.gather(Slices.of(warehouse, frame));
        counting.group();
        counting.count();
        return List.copyOf(counting.questions);
    }

    /// What is known of domains and MX hosts: tables `alike_domains`, `used_hosts`, `host_facts`, two for each of
    /// [#LISTED], and what metrics find of them.
    private void gather(List<Slices.Slice> slices) {
        rows(Table.DOMAINS, ofDomains, OBSERVED);
        rows(Table.DOMAIN_VERDICTS, ofDomains, JUDGED);
        rows(Table.EXCHANGE_VERDICTS, ofHosts, JUDGED);
        for (Slices.Slice slice : slices) {
            boolean first = slice.equals(slices.getFirst());
            ask(
                    "facts",
                    question -> slice.of(question)
                            .piece("lists", LISTED.stream().map(this::list).collect(Collectors.joining(", ")))
                            .piece("observed", ofDomains.name(OBSERVED))
                            .piece("judged", ofDomains.name(JUDGED)));
            ask("alike_domains", question -> into(question, "alike_domains", first));
            ask("kinds", question -> into(question, "kinds", first));
            ask("used_hosts", question -> into(question, "used_hosts", first));
            for (Listed listed : LISTED) {
                ask("listed_domains", question -> listed(into(question, listed.domains(), first), listed));
                ask("listed_hosts", question -> listed(into(question, listed.hosts(), first), listed));
            }
        }
        ask("host_facts", question -> question.piece("judged", ofHosts.name(JUDGED)));
        ask("findings", question -> question.piece("findings", ofDomains.findings()));
        ask("host_findings", question -> question.piece("findings", ofHosts.findings()));
        oneKind("findings");
        oneKind("host_findings");
    }

    /// Tables `groups`, `members` and `host_members`.
    private void group() {
        ask(
                "provider_groups",
                question -> question.piece(
                        "rows",
                        ProviderMap.bundled().providers().stream()
                                .flatMap(provider -> provider.groups().stream()
                                        .map(group -> "(%s, %s)"
                                                .formatted(Question.quoted(provider.id()), Question.quoted(group))))
                                .collect(Collectors.joining(", "))));
        ask("groups_create", question -> question.piece("keys", Grouping.types()));
        for (Grouping grouping : Grouping.values()) {
            boolean first = grouping.ordinal() == 0;
            ask("groups", grouping::about);
            ask("members", question -> grouping.about(into(question, "members", first)));
            ask("host_members", question -> grouping.about(into(question, "host_members", first)));
        }
    }

    private void count() {
        ask("counted_domains", question -> question.piece("counts", MetricSql.counts(MetricSql.OF_DOMAINS, "m.units")));
        ask("counted_hosts", question -> question.piece("counts", MetricSql.counts(MetricSql.OF_HOSTS, "m.hosts")));
        ask(
                "adoption",
                question -> question.piece(
                                "keys",
                                Stream.concat(Stream.of("scope"), Grouping.KEYS.stream())
                                        .map(key -> "g." + key)
                                        .collect(Collectors.joining(", ")))
                        .piece("columns", MetricSql.columns("")));
        ask("host_users", question -> question);
    }

    private void rows(Table<?> table, Kinds kinds, String row) {
        ask(
                "row_kinds",
                question -> question.piece("table", table.name())
                        .piece("kind", kinds.name(row))
                        .piece("columns", kinds.columns(row)));
        oneKind(table.name() + "_kinds");
    }

    /// DuckDB's digests of names are weak: two of a hundred thousand MX hosts had the same. Those of what metrics
    /// ask are not, since that takes few values; were it otherwise, nothing would be counted.
    private void oneKind(String name) {
        ask("one_kind", question -> question.piece("name", name));
    }

    private String list(Listed listed) {
        return (verdicts.contains(JUDGED + "." + listed.list()) ? "v.%s" : "CAST(NULL AS VARCHAR[]) AS %s")
                .formatted(listed.list());
    }

    private static Question.Builder into(Question.Builder question, String table, boolean first) {
        return question.into(table, first).piece("first_weighs", FIRST_WEIGHS);
    }

    private static Question.Builder listed(Question.Builder question, Listed listed) {
        return question.piece("list", listed.list()).piece("name", listed.name());
    }

    private void ask(String name, UnaryOperator<Question.Builder> filled) {
        questions.add(filled.apply(Question.named(Counting.class, name)).build());
    }

    /// The columns of a table, which may be of an earlier version, each with the row that it belongs to.
    private Set<String> columns(String row, Table<?> table) {
        return warehouse.columns(table.name()).stream()
                .map(column -> row + "." + column)
                .collect(Collectors.toSet());
    }
}
