package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;

/// The rows that a crawl has published.
final class CrawledRows {

    private CrawledRows() {}

    /// Every row of every table as text, sorted; a certificate counts once.
    static List<String> of(WorkFiles files) {
        List<String> rows = new ArrayList<>();
        rows.addAll(texts(files, Table.DOMAINS, DomainRow::toString));
        rows.addAll(texts(files, Table.MX_HOSTS, HostRow::toString));
        rows.addAll(texts(files, Table.SMTP, SmtpRow::toString));
        rows.addAll(Set.copyOf(texts(files, Table.CERTIFICATES, CertificateRow::sha256)));
        return rows.stream().sorted().toList();
    }

    private static <R extends Record> List<String> texts(WorkFiles files, Table<R> table, Function<R, String> text) {
        return read(files, table).stream().map(text).toList();
    }

    /// The rows of a table, part by part.
    static <R extends Record> List<R> read(WorkFiles files, Table<R> table) {
        return files.parts(table).stream()
                .flatMap(part -> ParquetFiles.read(table, files.store().local(part)))
                .toList();
    }
}
