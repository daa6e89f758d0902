package org.mxcensus.dashboard.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.AdoptionPoint;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Weighting;

/// Makes tables that compare groups in the newest crawl.
final class Leagues {
    private static final String NO_PROVIDERS = Texts.of("league.no-providers", Scope.SMALLEST_PROVIDER);
    private static final String NO_CELLS = Texts.of("league.no-cells", Scope.SMALLEST_CELL);

    private Leagues() {}

    /// Top-level domains beside each other.
    static League tlds(List<ScopeRow> rows, Weighting weighting) {
        return tlds(rows, weighting, Headlines.having(weighting, Headlines.MECHANISMS));
    }

    /// The same with metrics of one's own choice.
    static League tlds(List<ScopeRow> rows, Weighting weighting, List<Metric> metrics) {
        return league(Texts.of("tlds.title"), Texts.of("column.tld"), rows, weighting, metrics, Leagues::tld, NO_CELLS);
    }

    /// The same as a sheet.
    static Sheet sheet(League league, String caption) {
        return new Sheet(
                caption,
                Stream.concat(
                                Stream.of(Sheet.text(league.group()), Sheet.number(league.unit())),
                                league.metrics().stream().map(metric -> Sheet.number(Texts.of("column.share", metric))))
                        .toList(),
                league.rows().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(Cell.link(row.name(), row.address()), Cell.of(row.size())),
                                        row.cells().stream().map(Leagues::cell))
                                .toList())
                        .toList(),
                league.empty());
    }

    private static Cell cell(League.Cell cell) {
        return new Cell(
                cell.now().shareNumber(),
                cell.now().sortKey(),
                "",
                cell.change(),
                cell.now().quality());
    }

    /// Providers beside each other.
    static League providers(List<ScopeRow> rows, Weighting weighting) {
        return league(
                Texts.of("providers.title"),
                Texts.of("column.provider"),
                rows,
                weighting,
                Leagues::provider,
                NO_PROVIDERS);
    }

    /// The providers of one top-level domain.
    static League providersOf(String tld, List<ScopeRow> rows, Weighting weighting) {
        return league(
                Texts.of("league.providers-of", tld),
                Texts.of("column.provider"),
                rows,
                weighting,
                Leagues::provider,
                NO_CELLS);
    }

    /// The top-level domains of one provider's customers.
    static League customers(List<ScopeRow> rows, Weighting weighting) {
        return league(Texts.of("league.customers"), Texts.of("column.tld"), rows, weighting, Leagues::tld, NO_CELLS);
    }

    private static League league(
            String caption,
            String group,
            List<ScopeRow> rows,
            Weighting weighting,
            Function<Scope, Link> link,
            String empty) {
        return league(caption, group, rows, weighting, Headlines.having(weighting, Headlines.MECHANISMS), link, empty);
    }

    private static League league(
            String caption,
            String group,
            List<ScopeRow> rows,
            Weighting weighting,
            List<Metric> metrics,
            Function<Scope, Link> link,
            String empty) {
        return new League(
                caption,
                group,
                Texts.of("column.unit." + weighting.id()),
                metrics.stream().map(Metric::label).toList(),
                rows.stream()
                        .map(row -> row(row, metrics, link.apply(row.scope())))
                        .toList(),
                empty);
    }

    private static League.Row row(ScopeRow row, List<Metric> metrics, Link link) {
        List<League.Cell> cells = metrics.stream()
                .map(metric -> cell(
                        Optional.ofNullable(row.now().get(metric)),
                        Optional.ofNullable(row.before().get(metric))))
                .toList();
        return new League.Row(link.text(), link.address(), row.frame(), cells);
    }

    private static League.Cell cell(Optional<AdoptionPoint> now, Optional<AdoptionPoint> before) {
        Tally tally = now.map(Tally::of).orElse(Tally.NOTHING);
        return new League.Cell(
                tally, before.map(Tally::of).map(tally::changeSince).orElse(""));
    }

    private record Link(String text, String address) {}

    private static Link tld(Scope scope) {
        return switch (scope) {
            case Scope.Tld(String tld) -> new Link("." + tld, Addresses.tld(tld));
            case Scope.TldProvider(String tld, String _) -> new Link("." + tld, Addresses.tld(tld));
            case Scope.All _,
                    Scope.Source _,
                    Scope.Provider _,
                    Scope.ProviderGroup _,
                    Scope.DnsOperator _,
                    Scope.Issuer _ -> throw new IllegalArgumentException("no TLD: " + scope);
        };
    }

    private static Link provider(Scope scope) {
        return switch (scope) {
            case Scope.Provider(String provider) -> new Link(provider, Addresses.provider(provider));
            case Scope.TldProvider(String _, String provider) -> new Link(provider, Addresses.provider(provider));
            case Scope.All _, Scope.Source _, Scope.Tld _, Scope.ProviderGroup _, Scope.DnsOperator _, Scope.Issuer _ ->
                throw new IllegalArgumentException("no provider: " + scope);
        };
    }
}
