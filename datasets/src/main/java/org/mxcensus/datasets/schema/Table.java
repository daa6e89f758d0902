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

    public static final Table<HostVerdictRow> HOST_VERDICTS =
            new Table<>("host_verdicts", HostVerdictRow.class, List.of("host", "ip"));
    public static final Table<ExchangeVerdictRow> EXCHANGE_VERDICTS =
            new Table<>("exchange_verdicts", ExchangeVerdictRow.class, List.of("host"));
    public static final Table<DomainVerdictRow> DOMAIN_VERDICTS =
            new Table<>("domain_verdicts", DomainVerdictRow.class, List.of("domain"));
    public static final Table<HostProviderRow> HOST_PROVIDERS =
            new Table<>("host_providers", HostProviderRow.class, List.of("host"));

    /// What a crawl observes, in the order of the flow.
    public static final List<Table<?>> OBSERVED = List.of(FRAME, DOMAINS, MX_HOSTS, SMTP, CERTIFICATES);

    /// What the judges make of it.
    public static final List<Table<?>> JUDGED =
            List.of(HOST_VERDICTS, EXCHANGE_VERDICTS, DOMAIN_VERDICTS, HOST_PROVIDERS);

    @Override
    public String toString() {
        return name;
    }
}
