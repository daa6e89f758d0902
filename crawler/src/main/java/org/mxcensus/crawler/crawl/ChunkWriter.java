package org.mxcensus.crawler.crawl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.WorkFiles;

/// Publishes the files of a chunk: certificates first, the stage's own file last, so that a chunk whose own file is
/// there is complete.
final class ChunkWriter<R extends Record> {
    private final WorkFiles files;
    private final Table<R> table;
    private final int partition;
    private final Set<String> writtenCertificates = new HashSet<>();

    ChunkWriter(WorkFiles files, Table<R> table, int partition) {
        this.files = files;
        this.table = table;
        this.partition = partition;
    }

    boolean isPublished(long chunk) {
        return files.has(table, partition, chunk);
    }

    List<R> read(long chunk) {
        try (var rows = files.read(table, partition, chunk)) {
            return rows.toList();
        }
    }

    void publish(long chunk, List<R> rows, List<CertificateObservation> certificates) {
        List<CertificateRow> fresh = certificates.stream()
                .filter(certificate -> writtenCertificates.add(certificate.sha256()))
                .map(CertificateMapping::toRow)
                .toList();
        if (!fresh.isEmpty()) {
            files.publishFrom(table, Table.CERTIFICATES, partition, chunk, fresh);
        }
        files.publish(table, partition, chunk, rows);
    }
}
