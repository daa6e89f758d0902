package org.mxcensus.datasets.schema;

import java.util.List;

/// A table of the dataset: its name, the record that is its row, and the columns that identify a row.
///
/// @param <R> the row
/// @param name also the name of its folder
/// @param key the columns that identify a row, the first of which orders the release files
public record Table<R extends Record>(String name, Class<R> row, List<String> key) {

    public static final Table<FrameRow> FRAME = new Table<>("frame", FrameRow.class, List.of("domain", "source"));
    public static final Table<DomainRow> DOMAINS = new Table<>("domains", DomainRow.class, List.of("domain"));
    public static final Table<HostRow> MX_HOSTS = new Table<>("mx_hosts", HostRow.class, List.of("host"));
    public static final Table<SmtpRow> SMTP = new Table<>("smtp", SmtpRow.class, List.of("host", "ip"));
    public static final Table<CertificateRow> CERTIFICATES =
            new Table<>("certificates", CertificateRow.class, List.of("sha256"));

    /// What a crawl observes, in the order of the flow.
    public static final List<Table<?>> OBSERVED = List.of(FRAME, DOMAINS, MX_HOSTS, SMTP, CERTIFICATES);

    @Override
    public String toString() {
        return name;
    }
}
