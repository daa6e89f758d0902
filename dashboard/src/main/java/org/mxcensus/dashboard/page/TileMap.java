package org.mxcensus.dashboard.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mxcensus.analyzer.stats.AdoptionSql;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.ScopeRow;
import org.mxcensus.analyzer.stats.Weighting;

/// The country codes, each a tile in about its place on a map of the world, shaded by a share.
///
/// @param title what is measured
/// @param subtitle the definition, and what a share is a share of
/// @param address the page that shows it
/// @param data the address of its data, as JSON
/// @param csv the same as CSV
/// @param sql how its numbers are asked for
/// @param tiles row by row
/// @param steps what the shades mean, from the lowest
public record TileMap(
        String title,
        String subtitle,
        String address,
        String data,
        String csv,
        String sql,
        List<Tile> tiles,
        List<Step> steps) {
    /// Where the next darker shade begins, in percent.
    private static final List<Integer> BOUNDS = List.of(10, 25, 50, 75);

    /// Codes that countries use and that are not theirs in ISO 3166.
    private static final Map<String, String> COUNTRIES = Map.of("uk", "GB");

    /// @param column from 0, in the west
    /// @param row from 0, in the north
    /// @param address of the page about it; empty where there is none
    /// @param shade a class of the page: `shade-0` and up, or `nothing`
    /// @param number the share in whole percent; a dash where there is none
    /// @param quality how far the share can be leaned on, a class of the page
    /// @param sentence all of it in words
    public record Tile(
            String code,
            int column,
            int row,
            String address,
            String shade,
            String number,
            String quality,
            String sentence) {}

    /// @param shade a class of the page
    /// @param words from where to where
    public record Step(String shade, String words) {}

    /// @param rows top-level domains with figures of that crawl
    static TileMap of(LocalDate crawl, Metric metric, Weighting weighting, List<ScopeRow> rows) {
        Address address = Address.of("/tlds").with("metric", metric.id()).with("weighting", weighting.id());
        Map<String, ScopeRow> byCode =
                rows.stream().collect(Collectors.toMap(TileMap::code, Function.identity(), (first, _) -> first));
        return new TileMap(
                Texts.of("tlds.map", Words.title(metric)),
                Words.sentence(metric) + " " + Texts.of("tlds.subtitle." + weighting.id()),
                address.toString(),
                address.at("/api/v1/tlds").with("limit", TldsPage.ALL).toString(),
                address.at("/api/v1/tlds.csv").with("limit", TldsPage.ALL).toString(),
                AdoptionSql.ofTlds(crawl, weighting, metric),
                Tiles.PLACES.stream()
                        .map(place -> tile(place, Optional.ofNullable(byCode.get(place.code())), metric))
                        .toList(),
                legend());
    }

    private static String code(ScopeRow row) {
        return row.scope() instanceof Scope.Tld(String tld) ? tld : "";
    }

    private static Tile tile(Tiles.Place place, Optional<ScopeRow> row, Metric metric) {
        Tally tally = row.map(ScopeRow::now)
                .flatMap(now -> Optional.ofNullable(now.get(metric)))
                .map(Tally::of)
                .orElse(Tally.NOTHING);
        boolean told = tally.denominator() > 0;
        return new Tile(
                place.code(),
                place.column(),
                place.row(),
                row.isPresent() ? Addresses.tld(place.code()) : "",
                told ? "shade-" + shade(tally) : "nothing",
                told ? Numbers.whole(tally.numerator(), tally.denominator()) : "–",
                tally.quality(),
                told
                        ? Texts.of(
                                "tlds.tile",
                                country(place.code()),
                                tally.share(),
                                tally.counts(),
                                tally.unmeasuredShare())
                        : Texts.of(row.isPresent() ? "tlds.unmeasured" : "tlds.nothing", country(place.code())));
    }

    private static long shade(Tally tally) {
        return BOUNDS.stream()
                .filter(bound -> 100 * tally.numerator() >= bound * tally.denominator())
                .count();
    }

    private static List<Step> legend() {
        return IntStream.rangeClosed(0, BOUNDS.size())
                .mapToObj(i -> new Step(
                        "shade-" + i,
                        Texts.of(
                                "tlds.step", i == 0 ? 0 : BOUNDS.get(i - 1), i == BOUNDS.size() ? 100 : BOUNDS.get(i))))
                .toList();
    }

    private static String country(String code) {
        String iso = COUNTRIES.getOrDefault(code, code.toUpperCase(Locale.ROOT));
        String name = Locale.of("", iso).getDisplayCountry(Locale.ENGLISH);
        return name.equals(iso) ? "." + code : name;
    }
}
