package org.mxcensus.analyzer.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// What became of every domain between two crawls. For one thread.
///
/// For each mechanism the transitions add up to the domains of both frames together.
public final class Transitions implements AutoCloseable {
    private static final List<String> MEANS = List.of("judge", "trust_store", "providers", "public_suffix_list");

    private final Warehouse warehouse;
    private final Manifest then;
    private final Manifest now;

    private Transitions(Warehouse warehouse, Manifest then, Manifest now) {
        this.warehouse = warehouse;
        this.then = then;
        this.now = now;
    }

    /// Compares two judged crawls.
    ///
    /// @throws UserError where one of them was not judged, or they are not in their order
    public static Transitions between(Store store, LocalDate before, LocalDate after) {
        return between(store, before, after, Limits.DEFAULT);
    }

    /// The same within given limits.
    public static Transitions between(Store store, LocalDate before, LocalDate after, Limits limits) {
        if (!before.isBefore(after)) {
            throw new UserError(
                    "The crawl of %s is not before that of %s; name the earlier one first.".formatted(before, after));
        }
        Manifest then = judged(store, before);
        Manifest now = judged(store, after);
        Warehouse warehouse = Warehouse.inMemory(store, limits);
        try {
            warehouse.run(Question.named(Transitions.class, "standing_type")
                    .piece(
                            "standings",
                            Stream.of(Standing.values())
                                    .map(standing -> Question.quoted(standing.name()))
                                    .collect(Collectors.joining(", ")))
                    .build());
            stand(warehouse, "before", store, then);
            stand(warehouse, "after", store, now);
            warehouse.run(Question.named(Transitions.class, "transitions")
                    .piece("standings", each(mechanism -> """
                            coalesce(b.%1$s, 'OUTSIDE') AS %1$s_before, coalesce(a.%1$s, 'OUTSIDE') AS %1$s_after""".formatted(mechanism.id())))
                    .build());
            return new Transitions(warehouse, then, now);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    private static Manifest judged(Store store, LocalDate crawl) {
        return new Manifests(store)
                .find(crawl)
                .filter(manifest ->
                        !manifest.paths(Table.DOMAIN_VERDICTS.name()).isEmpty())
                .orElseThrow(() -> new UserError(
                        "There is no judged crawl %s in %s; run `mxcensus judge --crawl %s`, or name another crawl."
                                .formatted(crawl, store, crawl)));
    }

    /// How each domain of a crawl stands with each mechanism.
    private static void stand(Warehouse warehouse, String name, Store store, Manifest crawl) {
        String frame = name + "_frame";
        String verdicts = name + "_verdicts";
        warehouse.view(frame, Table.FRAME.name(), store, List.of(crawl));
        warehouse.view(verdicts, Table.DOMAIN_VERDICTS.name(), store, List.of(crawl));
        warehouse.run(Question.named(Transitions.class, "standings")
                .piece("name", name)
                .piece("frame", frame)
                .piece("verdicts", verdicts)
                .piece(
                        "standings",
                        each(mechanism -> "CAST(%s AS standing) AS %s".formatted(standing(mechanism), mechanism.id())))
                .build());
    }

    private static String standing(Mechanism mechanism) {
        return mechanism.isOfFrame()
                ? mechanism.standing()
                : "CASE WHEN v.domain IS NULL THEN 'UNMEASURED' ELSE %s END".formatted(mechanism.standing());
    }

    /// What verdicts rest on and was not the same for both crawls, by its name in the manifest, such as `judge`.
    /// A change may come of it and not of the world.
    public List<String> differingMeans() {
        return MEANS.stream()
                .filter(name -> !Objects.equals(
                        then.versions().get(name), now.versions().get(name)))
                .toList();
    }

    /// All transitions, by mechanism, top-level domain and standings; pairs that no domain has are left out.
    public List<Transition> all() {
        return warehouse.ask(
                Question.named(Transitions.class, "counts")
                        .piece(
                                "standings",
                                each(mechanism -> "{'mechanism': '%1$s', 'before': %2$s_before, 'after': %2$s_after}"
                                        .formatted(mechanism.name(), mechanism.id())))
                        .build(),
                row -> new Transition(
                        Mechanism.valueOf(row.getString(1)),
                        row.getString(2),
                        Standing.valueOf(row.getString(3)),
                        Standing.valueOf(row.getString(4)),
                        row.getLong(5)));
    }

    /// The domains behind an event, by name.
    ///
    /// @param tld empty for all
    /// @param skip domains that are left out at the beginning
    /// @param limit the most that are told
    public List<String> domains(Mechanism mechanism, Event event, Optional<String> tld, long skip, long limit) {
        String pairs = Stream.of(Standing.values())
                .flatMap(before -> Stream.of(Standing.values())
                        .filter(after -> before != Standing.OUTSIDE || after != Standing.OUTSIDE)
                        .filter(after -> Event.of(before, after) == event)
                        .map(after -> "('%s', '%s')".formatted(before, after)))
                .collect(Collectors.joining(", "));
        return warehouse.ask(
                Question.named(Transitions.class, "domains")
                        .piece("mechanism", mechanism.id())
                        .piece("pairs", pairs)
                        .value("tld", tld.orElse(""))
                        .value("skip", skip)
                        .value("limit", limit)
                        .build(),
                row -> row.getString(1));
    }

    /// Who went from which provider to which, most domains first.
    ///
    /// @param tld empty for all
    /// @param limit the most that are told
    public List<Move> moves(Optional<String> tld, long limit) {
        return warehouse.ask(
                Question.named(Transitions.class, "moves")
                        .value("tld", tld.orElse(""))
                        .value("limit", limit)
                        .build(),
                row -> new Move(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static String each(Function<Mechanism, String> piece) {
        return Stream.of(Mechanism.values()).map(piece).collect(Collectors.joining(",\n    "));
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
