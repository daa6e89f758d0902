package org.mxcensus.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;

/// What a demo consists of. It lies beside its data, so that a demo that was interrupted goes on.
///
/// @param seed the world follows from it
/// @param domains how many
/// @param months how many crawls
/// @param first the date of the first crawl, the first of a month
public record DemoPlan(long seed, int domains, int months, LocalDate first) {
    /// Ten years.
    public static final int MOST_MONTHS = 120;

    private static final String FILE = "demo.json";
    private static final long SEED = 2026;

    /// The plan of a directory: the one that it was begun with, or a new one that ends in the current month.
    ///
    /// @throws UserError where the directory holds something else, or a demo of another size
    static DemoPlan in(Path directory, int domains, int months, Clock clock) {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            return sameSize(read(file), domains, months, directory);
        }
        requireEmpty(directory);
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        return new DemoPlan(SEED, domains, months, last.minusMonths(months - 1L));
    }

    /// Writes the plan beside its data.
    void write(Path directory) {
        try {
            Files.write(directory.resolve(FILE), Manifests.JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The dates of the crawls, oldest first.
    public List<LocalDate> dates() {
        return IntStream.range(0, months).mapToObj(first::plusMonths).toList();
    }

    private static DemoPlan read(Path file) {
        try {
            return Manifests.JSON.readValue(Files.readAllBytes(file), DemoPlan.class);
        } catch (IOException e) {
            throw new UserError(
                    "The file %s cannot be read (%s); delete the directory, or name another with --data."
                            .formatted(file, UserError.why(e)),
                    e);
        }
    }

    private static DemoPlan sameSize(DemoPlan begun, int domains, int months, Path directory) {
        if (begun.domains != domains || begun.months != months) {
            throw new UserError(
                    "%s holds a demo of %d domains over %d months; ask for the same, delete it, or name another directory with --data."
                            .formatted(directory, begun.domains, begun.months));
        }
        return begun;
    }

    private static void requireEmpty(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new UserError(
                        "%s holds something that is no demo; name another directory with --data.".formatted(directory));
            }
        } catch (IOException e) {
            throw new UserError(
                    "%s cannot be used for the demo (%s); name a directory with --data."
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }
}
