package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mxcensus.crawler.queue.Partitions;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// The files of one partition of a stage. They are its state: a chunk whose own file is there is complete, and all
/// chunks before it are.
final class PartitionFiles<R extends Record> {
    private final WorkFiles files;
    private final Table<R> table;
    private final int partition;
    /// Certificates that a published file of this run has.
    private final Set<String> certificates = ConcurrentHashMap.newKeySet();

    PartitionFiles(WorkFiles files, Table<R> table, int partition) {
        this.files = files;
        this.table = table;
        this.partition = partition;
    }

    boolean isPublished(long chunk) {
        return files.has(Part.of(table, partition, chunk));
    }

    List<R> read(long chunk) {
        List<R> rows = new ArrayList<>();
        forEach(chunk, rows::add);
        return rows;
    }

    void forEach(long chunk, Consumer<R> row) {
        try (var rows = files.read(Part.of(table, partition, chunk))) {
            rows.forEach(row);
        }
    }

    ChunkNote note(long chunk) {
        return ChunkNote.read(files.notes(Part.of(table, partition, chunk)))
                .orElseThrow(() -> new IllegalStateException(
                        "chunk %d of partition %d of %s has no note".formatted(chunk, partition, table)));
    }

    RetryNote retryNote(long chunk) {
        return RetryNote.read(files.notes(Part.retries(table, partition, chunk)))
                .orElseThrow(() ->
                        new IllegalStateException("the second tries of chunk %d of partition %d of %s have no note"
                                .formatted(chunk, partition, table)));
    }

    /// Publishes a chunk: certificates first, the stage's own file last. Of several workers that looked at the same
    /// chunk, the first to publish wins. What its rows led to has been sent by then, so nothing that stands in a
    /// published file is ever lost to the next stage.
    ///
    /// @return whether the chunk's rows are now these
    boolean publish(long chunk, List<Stage.Seen<R>> seen, ChunkNote note) {
        publishCertificates(chunk, seen);
        return files.publishFirst(Part.of(table, partition, chunk), rows(seen), note.written());
    }

    /// Publishes the second tries of a chunk. The first to publish wins here too.
    boolean publishRetries(long chunk, List<Stage.Seen<R>> seen, RetryNote note) {
        publishCertificates(chunk, seen);
        return files.publishFirst(Part.retries(table, partition, chunk), rows(seen), note.written());
    }

    private void publishCertificates(long chunk, List<Stage.Seen<R>> seen) {
        List<CertificateRow> fresh = seen.stream()
                .flatMap(s -> s.certificates().stream())
                .filter(certificate -> !certificates.contains(certificate.sha256()))
                .distinct()
                .map(CertificateMapping::toRow)
                .toList();
        if (!fresh.isEmpty()) {
            long content = fresh.stream()
                    .mapToLong(row -> Partitions.digest(row.sha256()))
                    .sum();
            files.publish(Part.broughtBy(table, Table.CERTIFICATES, partition, chunk, content), fresh);
            fresh.forEach(row -> certificates.add(row.sha256()));
        }
    }

    private static <R> List<R> rows(List<Stage.Seen<R>> seen) {
        return seen.stream().map(Stage.Seen::row).toList();
    }
}
