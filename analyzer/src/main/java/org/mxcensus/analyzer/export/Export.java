package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.stats.AdoptionLong;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Writes a release directory.
public final class Export {
    private final Store store;
    private final ExportDirectory out;

    private Export(Store store, ExportDirectory out) {
        this.store = store;
        this.out = out;
    }

    /// Writes all crawls that have statistics; a release that is there already is brought up to date.
    ///
    /// @param out a new or empty directory, or one that holds an earlier release
    /// @return the manifests of the crawls written, oldest first
    /// @throws UserError where the directory holds something else, or there is nothing to write
    public static List<Manifest> run(Store store, Path out) {
        Manifests manifests = new Manifests(store);
        List<Manifest> counted = manifests.crawls().stream()
                .map(manifests::find)
                .flatMap(Optional::stream)
                .filter(manifest -> !manifest.paths(Stats.ADOPTION).isEmpty())
                .toList();
        if (counted.isEmpty()) {
            throw new UserError(
                    "There is no crawl with statistics in %s to export; run `mxcensus stats` first.".formatted(store));
        }
        try {
            ExportDirectory directory = ExportDirectory.open(out);
            new Export(store, directory).write(counted);
            directory.finish();
            return counted;
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write the release to %s (%s); free space, mend its permissions or name another "
                                    .formatted(out, e.getMessage())
                            + "directory with --out.",
                    e);
        }
    }

    private void write(List<Manifest> manifests) throws IOException {
        for (Manifest manifest : manifests) {
            for (Manifest.TableFile file : manifest.files()) {
                String digest = out.copy(store.local(file.path()), file.path());
                if (!digest.equals(file.sha256())) {
                    throw new UserError(
                            "%s in %s is not the file that its manifest lists; run `mxcensus finish --crawl %s` to make it anew."
                                    .formatted(file.path(), store, manifest.crawl()));
                }
            }
            out.copy(store.local(Manifests.name(manifest.crawl())), Manifests.name(manifest.crawl()));
        }
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
            warehouse.view(Stats.ADOPTION, store, manifests);
            AdoptionLong.define(warehouse);
            write(warehouse, "csv");
            write(warehouse, "json");
        }
    }

    private void write(Warehouse warehouse, String format) throws IOException {
        String name = Stats.ADOPTION + "." + format;
        warehouse.run(Question.named(Export.class, format)
                .piece("file", Question.quoted(out.place(name).toString()))
                .build());
        out.made(name);
    }
}
