package org.mxcensus.analyzer.purge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.stats.TrendsCache;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Leftovers;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// Takes a name and all below it out of every crawl of a store.
///
/// Rows about it go, from the frame to the verdicts; other rows have [Withheld#PLACEHOLDER] where they said it.
/// Verdicts
/// on others stay what they were. Crawls that had figures are counted anew. It may be run again at any time, also after
/// it was interrupted.
public final class Purge {
    /// The log of all purges, in the store's root.
    public static final String LOG = "purges.jsonl";

    private static final ObjectWriter LINE =
            Manifests.JSON.writer().withoutFeatures(SerializationFeature.INDENT_OUTPUT);

    private final Store store;
    private final Withheld withheld;
    private final Instant now;

    private Purge(Store store, Withheld withheld, Instant now) {
        this.store = store;
        this.withheld = withheld;
        this.now = now;
    }

    /// The name in the form in which rows have it.
    ///
    /// @throws UserError where it is none, or a top-level domain
    public static String name(String text) {
        return switch (DomainNames.normalize(text)) {
            case NameOutcome.Name(String name) when name.contains(".") -> name;
            case NameOutcome.Name _, NameOutcome.Invalid _ ->
                throw new UserError("%s is no name of a domain or host below a top-level domain.".formatted(text));
        };
    }

    /// @param name as [#name] gives it
    /// @param now names the new files
    /// @param progress told of each crawl that is done
    public static Purged run(Store store, String name, Instant now, Consumer<LocalDate> progress) {
        Purge purge = new Purge(store, Withheld.below(name), now);
        Purged all = Purged.nothing(now);
        // Its free pages might keep what is deleted in it.
        store.delete(TrendsCache.FILE);
        for (LocalDate crawl : crawls(store)) {
            all = all.and(purge.crawl(crawl));
            progress.accept(crawl);
        }
        TrendsCache.refresh(store);
        purge.log(all);
        return all;
    }

    private static List<LocalDate> crawls(Store store) {
        String work = "work/crawl=";
        Stream<LocalDate> begun = store.list("work").stream()
                .filter(name -> name.startsWith(work))
                .map(name -> LocalDate.parse(name.substring(work.length(), work.length() + 10)));
        return Stream.concat(new Manifests(store).crawls().stream(), begun)
                .distinct()
                .sorted()
                .toList();
    }

    private Purged crawl(LocalDate crawl) {
        Optional<Manifest> manifest = new Manifests(store).find(crawl);
        Purged done = work(crawl);
        if (manifest.isPresent()) {
            done = done.and(release(manifest.get()));
        }
        return done.files() > 0 ? done.crawl() : done;
    }

    private Purged work(LocalDate crawl) {
        Purged done = Purged.nothing(now);
        for (Table<?> table : Table.OBSERVED) {
            for (String part : new WorkFiles(store, crawl).parts(table)) {
                Rewrite rewrite = Rewrite.of(table, store.local(part), store.scratch(part), withheld);
                if (rewrite.file().isPresent()) {
                    store.publish(rewrite.file().get(), part);
                    done = done.file(rewrite.removed(), rewrite.changed());
                }
            }
        }
        return done;
    }

    private Purged release(Manifest before) {
        ReleaseFiles names = ReleaseFiles.startedAt(before.crawl(), now);
        List<Manifest.TableFile> files = new ArrayList<>();
        Purged done = Purged.nothing(now);
        for (Manifest.TableFile file : before.files()) {
            Optional<Table<?>> table = table(file.table());
            Optional<Rewrite> rewrite = table.map(
                    rows -> Rewrite.of(rows, store.local(file.path()), store.scratch(file.table()), withheld));
            if (rewrite.flatMap(Rewrite::file).isPresent()) {
                files.add(names.publish(
                        store,
                        rewrite.get().file().get(),
                        file.table(),
                        files.size(),
                        rewrite.get().rows()));
                done = done.file(rewrite.get().removed(), rewrite.get().changed());
            } else {
                files.add(file);
            }
        }
        if (done.files() > 0) {
            boolean counted = !before.paths(Stats.ADOPTION).isEmpty();
            files.removeIf(file -> Stats.TABLES.contains(file.table()));
            new Manifests(store).publish(recounted(before.withFiles(files)));
            if (counted) {
                Stats.run(store, before.crawl(), now);
            }
        }
        sweep(before.crawl());
        return done;
    }

    /// The manifest with numbers that are true of its files.
    private Manifest recounted(Manifest manifest) {
        Map<String, Long> domains = new HashMap<>();
        for (String file : manifest.paths(Table.FRAME.name())) {
            try (Stream<FrameRow> rows = ParquetFiles.read(Table.FRAME, store.local(file))) {
                rows.forEach(row -> domains.merge(row.source(), 1L, Long::sum));
            }
        }
        return manifest.withCounts(
                manifest.sources().stream()
                        .map(source -> source.withDomains(domains.getOrDefault(source.name(), 0L)))
                        .toList(),
                Finish.counts(store, manifest));
    }

    private static Optional<Table<?>> table(String name) {
        return Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream())
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    /// Whoever reads a file that is no longer listed has to do without it: no grace.
    private void sweep(LocalDate crawl) {
        Manifest manifest = new Manifests(store).find(crawl).orElseThrow();
        List<String> listed =
                manifest.files().stream().map(Manifest.TableFile::path).toList();
        Stream.concat(Leftovers.tables(), Stats.TABLES.stream())
                .flatMap(table -> store.list(table + "/crawl=" + crawl).stream())
                .filter(file -> !listed.contains(file))
                .forEach(store::delete);
    }

    private void log(Purged done) {
        try {
            String before = store.exists(LOG) ? Files.readString(store.local(LOG)) : "";
            String line = LINE.writeValueAsString(done) + "\n";
            store.publish((before + line).getBytes(StandardCharsets.UTF_8), LOG);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log is plain data", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
