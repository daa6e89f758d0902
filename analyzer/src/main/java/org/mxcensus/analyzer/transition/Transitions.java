package org.mxcensus.analyzer.transition;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.verdict.JudgedCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Recipe;
import org.mxcensus.analyzer.warehouse.Slices;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
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
        Manifest then = JudgedCrawl.of(store, before);
        Manifest now = JudgedCrawl.of(store, after);
        Warehouse warehouse = Warehouse.confined(store, limits);
        try {
            Standings standings = new Standings(store, warehouse);
            standings.view("before", then);
            standings.view("after", now);
            List<Path> frames = Stream.of(then, now)
                    .flatMap(crawl -> crawl.paths(Table.FRAME.name()).stream())
                    .map(store::local)
                    .toList();
            List<Slices.Slice> slices = Slices.of(warehouse, frames);
            Recipe.Step whole = Recipe.Step.of(transitions(Slices.WHOLE, true));
            slices.forEach(slice -> warehouse.run(transitions(slice, slice.equals(slices.getFirst())), whole));
            return new Transitions(warehouse, then, now);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    private static Question transitions(Slices.Slice slice, boolean first) {
        return slice.of(Question.named(Transitions.class, "transitions"))
                .into("transitions", first)
                .piece("standings", Standings.each(mechanism -> """
                        coalesce(b.%1$s, 'OUTSIDE') AS %1$s_before, coalesce(a.%1$s, 'OUTSIDE') AS %1$s_after""".formatted(mechanism.id())))
                .build();
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
                counts(),
                row -> new Transition(
                        Mechanism.valueOf(row.getString(1)),
                        row.getString(2),
                        Standing.valueOf(row.getString(3)),
                        Standing.valueOf(row.getString(4)),
                        row.getLong(5)));
    }

    private static Question counts() {
        return Question.named(Transitions.class, "counts")
                .piece(
                        "standings",
                        Standings.each(mechanism -> "{'mechanism': '%1$s', 'before': %2$s_before, 'after': %2$s_after}"
                                .formatted(mechanism.name(), mechanism.id())))
                .build();
    }

    /// How all of them are made, as table `counts`.
    public Recipe recipe() {
        return warehouse.recipe().keep("counts", counts());
    }

    /// What [#recipe()] ends with where the transitions of one mechanism are wanted.
    ///
    /// @param tld empty for all
    public static Question counted(Mechanism mechanism, Optional<String> tld) {
        return Question.named(Transitions.class, "counted")
                .value("mechanism", mechanism.name())
                .value("tld", tld.orElse(""))
                .build();
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
                        .map(after ->
                                "(%s, %s)".formatted(Question.quoted(before.name()), Question.quoted(after.name()))))
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

    @Override
    public void close() {
        warehouse.close();
    }
}
