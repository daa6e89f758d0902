package org.mxcensus.analyzer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mxcensus.analyzer.describe.Descriptions;
import org.mxcensus.analyzer.describe.Release;
import org.mxcensus.analyzer.describe.ReleaseFile;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Writes a release directory.
public final class Export {
    private final Store store;
    private final ExportDirectory out;
    private final ExportConfig config;
    private final ExportProgress progress;

    private Export(Store store, ExportDirectory out, ExportConfig config, ExportProgress progress) {
        this.store = store;
        this.out = out;
        this.config = config;
        this.progress = progress;
    }

    /// Writes all crawls that have statistics. A release that is there already is brought up to date, and one that was
    /// interrupted is gone on with: what is there and whole is not written again.
    ///
    /// @param out a new or empty directory, or one that holds an earlier release
    /// @return the manifests of the crawls written, oldest first
    /// @throws UserError where the directory holds something else, or there is nothing to write
    public static List<Manifest> run(Store store, Path out, ExportConfig config, ExportProgress progress) {
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
            List<Manifest> written = new Export(store, directory, config, progress).write(counted);
            directory.finish();
            return written;
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(
                    "Cannot write the release to %s (%s); free space, mend its permissions or name another "
                                    .formatted(out, e.getMessage())
                            + "directory with --out.",
                    e);
        }
    }

    private List<Manifest> write(List<Manifest> crawls) throws IOException {
        List<Manifest> written = new ArrayList<>();
        try (Figures figures = new Figures(store, config)) {
            for (Manifest crawl : crawls) {
                ReleasedCrawl released = new ReleasedCrawl(store, crawl, out, config, figures);
                Manifest manifest = released.manifest(files(released));
                out.make(Manifests.name(crawl.crawl()), file -> Files.write(file, bytes(manifest)));
                written.add(manifest);
            }
        }
        describe(written);
        return written;
    }

    private void describe(List<Manifest> crawls) throws IOException {
        List<ReleaseFile> files = out.made().stream()
                .flatMap(name -> DataFiles.table(name).stream()
                        .map(table -> new ReleaseFile(name, out.digest(name), out.bytes(name), table)))
                .toList();
        Release release = new Release(crawls, files, config.tier(), config.publisher());
        for (Map.Entry<String, String> text : Descriptions.of(release).entrySet()) {
            out.make(text.getKey(), file -> Files.writeString(file, text.getValue()));
        }
    }

    /// Files are independent of each other, so that each core makes one.
    private List<Manifest.TableFile> files(ReleasedCrawl crawl) throws IOException {
        List<Callable<Manifest.TableFile>> jobs = crawl.files().stream()
                .<Callable<Manifest.TableFile>>map(file -> () -> {
                    Manifest.TableFile made = crawl.make(file);
                    progress.done(made.rows());
                    return made;
                })
                .toList();
        progress.expect(jobs.size());
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Manifest.TableFile>> making =
                    jobs.stream().map(cores::submit).toList();
            List<Manifest.TableFile> made = new ArrayList<>();
            try {
                for (Future<Manifest.TableFile> one : making) {
                    made.add(one.get());
                }
            } catch (ExecutionException e) {
                cores.shutdownNow();
                throw failure(e);
            } catch (InterruptedException e) {
                cores.shutdownNow();
                Thread.currentThread().interrupt();
                throw new UserError("The export was interrupted; run it again to go on with it.", e);
            }
            return made;
        }
    }

    private static IOException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException io -> io;
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException("no file could be made", e);
        };
    }

    private static byte[] bytes(Manifest manifest) {
        try {
            return Manifests.JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is plain data", e);
        }
    }
}
