package org.mxcensus.analyzer.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// The kinds of groups that have figures: one for each kind of [Scope], by the same name.
enum Grouping {
    ALL(1, "alike_domains", "used_hosts"),
    SOURCE(
            1,
            "(SELECT unnest(sources) AS source, kind, domains, weight FROM alike_domains)",
            "(SELECT unnest(sources) AS source, host FROM used_hosts)",
            "source"),
    TLD(1, "alike_domains", "used_hosts", "tld"),
    PROVIDER(
            Scope.SMALLEST_PROVIDER,
            "alike_domains WHERE provider IS NOT NULL",
            "used_hosts WHERE provider IS NOT NULL",
            "provider"),
    TLD_PROVIDER(
            Scope.SMALLEST_CELL,
            "alike_domains WHERE provider IS NOT NULL",
            "used_hosts WHERE provider IS NOT NULL",
            "tld",
            "provider"),
    PROVIDER_GROUP(
            1,
            "alike_domains JOIN provider_groups USING (provider)",
            "used_hosts JOIN provider_groups USING (provider)",
            "provider_group"),
    DNS_OPERATOR(Scope.SMALLEST_PROVIDER, "operated_domains", "operated_hosts", "dns_operator"),
    ISSUER(1, "certified_domains", "certified_hosts", "issuer");

    /// The columns of table `adoption` that name a group, in the order in which its rows lie.
    static final List<String> KEYS = Stream.of(values())
            .flatMap(grouping -> grouping.keys.stream())
            .distinct()
            .toList();

    private final int smallest;
    private final String domains;
    private final String hosts;
    private final List<String> keys;

    /// @param smallest from how many domains up there are figures
    /// @param domains the relation of its domains in SQL, with its keys, `kind`, `domains` and `weight`
    /// @param hosts the relation of the MX hosts that they use, with its keys and `host`
    Grouping(int smallest, String domains, String hosts, String... keys) {
        this.smallest = smallest;
        this.domains = domains;
        this.hosts = hosts;
        this.keys = List.of(keys);
    }

    /// Makes a question one about the groups of this kind.
    Question.Builder about(Question.Builder question) {
        return question.piece("scope", Question.quoted(kind()))
                .piece("smallest", Integer.toString(smallest))
                .piece("domains", domains)
                .piece("hosts", hosts)
                .piece("keys", keys.stream().map(key -> key + ",").collect(Collectors.joining(" ")))
                .piece("same", same());
    }

    /// SQL: a row `a` is about the group `g`.
    private String same() {
        return keys.isEmpty()
                ? "TRUE"
                : keys.stream().map("a.%1$s = g.%1$s"::formatted).collect(Collectors.joining(" AND "));
    }

    /// SQL: all keys out of a table that may be of an earlier version.
    ///
    /// @param present its columns
    static String all(Set<String> present) {
        return KEYS.stream()
                .map(key -> present.contains(key) ? key : "CAST(NULL AS VARCHAR) AS " + key)
                .collect(Collectors.joining(", "));
    }

    /// All keys as columns of a new table.
    static String types() {
        return KEYS.stream().map(key -> key + " VARCHAR").collect(Collectors.joining(", "));
    }

    /// The columns that name a group of this kind.
    List<String> keys() {
        return keys;
    }

    static Grouping of(Scope scope) {
        return valueOf(scope.kind().toUpperCase(Locale.ROOT));
    }

    /// A group by the values of its keys, in their order.
    Scope scope(List<String> values) {
        return switch (this) {
            case ALL -> new Scope.All();
            case SOURCE -> new Scope.Source(values.getFirst());
            case TLD -> new Scope.Tld(values.getFirst());
            case PROVIDER -> new Scope.Provider(values.getFirst());
            case TLD_PROVIDER -> new Scope.TldProvider(values.getFirst(), values.getLast());
            case PROVIDER_GROUP -> new Scope.ProviderGroup(values.getFirst());
            case DNS_OPERATOR -> new Scope.DnsOperator(values.getFirst());
            case ISSUER -> new Scope.Issuer(values.getFirst());
        };
    }

    /// The group of this kind that a row is about.
    Scope scope(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String key : keys) {
            values.add(row.getString(key));
        }
        return scope(values);
    }

    /// The group that a row is about, which names its kind too.
    static Scope scopeOf(ResultSet row) throws SQLException {
        return valueOf(row.getString("scope").toUpperCase(Locale.ROOT)).scope(row);
    }

    /// The values of a group's keys by their names.
    Map<String, String> named(Scope scope) {
        return scope instanceof Scope.TldProvider(String tld, String provider)
                ? Map.of("tld", tld, "provider", provider)
                : keys.stream().collect(Collectors.toMap(key -> key, _ -> scope.key()));
    }

    /// As [Scope#kind()].
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
