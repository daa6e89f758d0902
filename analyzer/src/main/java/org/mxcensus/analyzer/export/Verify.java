package org.mxcensus.analyzer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.UserError;

/// Tells what is wrong with a release, file by file.
public final class Verify {
    private final Path root;
    private final Map<String, String> listed;
    private final Set<String> there;
    private final Map<String, Manifest> manifests = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Verify(Path root) throws IOException {
        this.root = root;
        this.listed = ExportDirectory.listed(root);
        this.there = ExportDirectory.names(root);
    }

    /// What is wrong, by file; empty where nothing is.
    ///
    /// @throws UserError where the directory holds no release
    public static List<Fault> of(Path directory) {
        if (!Files.isRegularFile(directory.resolve(ExportDirectory.SUMS))) {
            throw new UserError(
                    "%s holds no release, since it has no %s; name the directory that `mxcensus export` wrote."
                            .formatted(directory, ExportDirectory.SUMS));
        }
        try {
            return new Verify(directory).faults();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Fault> faults() throws IOException {
        there.stream()
                .filter(name -> !name.equals(ExportDirectory.SUMS) && !listed.containsKey(name))
                .forEach(name -> say(name, Fault.Kind.EXTRA, "not listed in " + ExportDirectory.SUMS));
        listed.keySet().stream().filter(Verify::isManifest).forEach(this::readManifest);
        Map<String, Manifest.TableFile> described = manifests.values().stream()
                .flatMap(manifest -> manifest.files().stream())
                .collect(Collectors.toMap(Manifest.TableFile::path, file -> file, (one, _) -> one, TreeMap::new));
        Set<String> all = new TreeSet<>(listed.keySet());
        all.addAll(described.keySet());
        for (String name : all) {
            check(name, Optional.ofNullable(described.get(name)));
        }
        versions();
        return List.copyOf(faults);
    }

    private void readManifest(String name) {
        if (!there.contains(name)) {
            return;
        }
        try {
            manifests.put(name, Manifests.JSON.readValue(root.resolve(name).toFile(), Manifest.class));
        } catch (IOException e) {
            say(name, Fault.Kind.UNREADABLE, "no manifest can be read there");
        }
    }

    private void check(String name, Optional<Manifest.TableFile> described) throws IOException {
        String digest = listed.get(name);
        if (described.isPresent() && !described.get().sha256().equals(digest)) {
            say(name, Fault.Kind.CONTRADICTED, "its manifest and %s disagree".formatted(ExportDirectory.SUMS));
        }
        if (!there.contains(name)) {
            say(name, Fault.Kind.MISSING, "listed, and not there");
            return;
        }
        long bytes = Files.size(root.resolve(name));
        if (described.isPresent() && bytes < described.get().bytes()) {
            say(
                    name,
                    Fault.Kind.TRUNCATED,
                    "%,d of %,d bytes".formatted(bytes, described.get().bytes()));
        } else if (digest != null && !Checksums.sha256(root.resolve(name)).equals(digest)) {
            say(name, Fault.Kind.CHANGED, "its SHA-256 is not the one that is listed");
        } else {
            described.ifPresent(this::checkRows);
        }
    }

    private void checkRows(Manifest.TableFile file) {
        try {
            long rows = ParquetFiles.rows(root.resolve(file.path()));
            if (rows != file.rows()) {
                say(file.path(), Fault.Kind.ROWS, "%,d rows instead of %,d".formatted(rows, file.rows()));
            }
        } catch (UserError e) {
            say(file.path(), Fault.Kind.UNREADABLE, "no Parquet file can be read there");
        }
    }

    /// A release is of one version: its rows were all written by one program.
    private void versions() {
        Set<Integer> versions =
                manifests.values().stream().map(Manifest::schemaVersion).collect(Collectors.toCollection(TreeSet::new));
        manifests.forEach((name, manifest) -> {
            if (versions.size() > 1) {
                say(
                        name,
                        Fault.Kind.MIXED_VERSIONS,
                        "schema version %d in a release of versions %s".formatted(manifest.schemaVersion(), versions));
            }
            manifest.files().stream()
                    .filter(file -> there.contains(file.path()))
                    .forEach(file -> version(file.path(), manifest.schemaVersion()));
        });
    }

    private void version(String file, int expected) {
        try {
            String version = ParquetFiles.notes(root.resolve(file)).get(ExportDirectory.SCHEMA);
            if (version != null && !version.equals(Integer.toString(expected))) {
                say(
                        file,
                        Fault.Kind.MIXED_VERSIONS,
                        "schema version %s where the manifest says %d".formatted(version, expected));
            }
        } catch (UserError e) {
            // Said already, as truncated, changed or unreadable.
            return;
        }
    }

    static boolean isManifest(String name) {
        return name.startsWith("manifests/crawl=") && name.endsWith(".json");
    }

    private void say(String file, Fault.Kind kind, String detail) {
        faults.add(new Fault(file, kind, detail));
    }
}
