package org.mxcensus.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.cli.check.RowJson;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;

/// What a command left in a data directory, as its readers see it.
///
/// @param directory the data directory
/// @param crawl the crawl to read
public record Dataset(Path directory, LocalDate crawl) {
    /// What differs from run to run although the same was seen.
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "observed_at",
            "elapsed_ms",
            "connect_ms",
            "handshake_ms",
            "queries",
            "mx_ttl",
            "a_ttl",
            "aaaa_ttl",
            "tlsa_ttl");

    public Manifest manifest() {
        return new Manifests(new DirectoryStore(directory)).find(crawl).orElseThrow();
    }

    public <R extends Record> List<R> rows(Table<R> table) {
        DirectoryStore store = new DirectoryStore(directory);
        return manifest().paths(table.name()).stream()
                .flatMap(path -> ParquetFiles.read(table, store.local(path)))
                .toList();
    }

    /// The rows as JSON without what belongs to the moment, sorted: equal for two crawls that saw the same.
    public List<String> essence(Table<?> table) {
        return rows(table).stream().map(Dataset::withoutMoment).sorted().toList();
    }

    /// The digest of every file of the dataset, the log left out.
    public static Map<String, String> files(Path directory) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("mxcensus.log"))
                    .forEach(file -> digests.put(directory.relativize(file).toString(), Checksums.sha256(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    private static String withoutMoment(Record row) {
        return seen(row).toString();
    }

    /// A row as JSON without what belongs to the moment.
    public static ObjectNode seen(Record row) {
        ObjectNode json = RowJson.MAPPER.valueToTree(row);
        json.remove(OF_THE_MOMENT);
        return json;
    }
}
