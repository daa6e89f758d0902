package org.mxcensus.lab.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.ca.Authority;

/// Writes the tables of a crawl.
public final class GeneratedTables {
    private static final int CHUNK = 25_000;
    private static final int OF_PROVIDERS = 0;
    private static final int OF_DOMAINS = 1;

    private final TableScale scale;
    private final WorkFiles work;
    private final MailProviders providers;
    private final Domains domains;

    private GeneratedTables(TableScale scale, WorkFiles work, Authority authority) {
        this.scale = scale;
        this.work = work;
        this.providers = new MailProviders(scale, authority);
        this.domains = new Domains(scale, providers, authority);
    }

    /// What was written.
    ///
    /// @param source how a manifest describes it
    /// @param rootPem the root that its certificates lead to
    public record Result(Manifest.Source source, String rootPem) {}

    /// Writes frame and work files of a crawl; what the crawl has already is replaced.
    ///
    /// @param progress is told how many domains are done
    public static Result write(Store store, LocalDate crawl, TableScale scale, LongConsumer progress) {
        Authority authority = new Authority(scale.seed(), scale.seenAt());
        new GeneratedTables(scale, new WorkFiles(store, crawl), authority).write(progress);
        return new Result(
                Manifest.Source.whole(
                        "generated",
                        "%d domains, seed %d".formatted(scale.domains(), scale.seed()),
                        "none",
                        scale.domains(),
                        null,
                        0,
                        true),
                authority.rootPem());
    }

    private void write(LongConsumer progress) {
        write(
                OF_PROVIDERS,
                0,
                providers.all().stream()
                        .flatMap(provider -> provider.hosts().stream())
                        .toList(),
                List.of());
        int chunks = Math.ceilDiv(scale.domains(), CHUNK);
        AtomicLong done = new AtomicLong();
        IntStream.range(0, chunks).parallel().forEach(chunk -> progress.accept(done.addAndGet(write(chunk))));
    }

    /// @return how many domains the chunk has
    private int write(int chunk) {
        List<FrameRow> frame = new ArrayList<>();
        List<DomainRow> rows = new ArrayList<>();
        List<Exchange> hosts = new ArrayList<>();
        List<CertificateObservation> certificates = new ArrayList<>();
        int end = Math.min(scale.domains(), (chunk + 1) * CHUNK);
        for (int number = chunk * CHUNK; number < end; number++) {
            Domains.Made made = domains.make(number);
            frame.add(made.frame());
            made.seen().map(DomainMapping::toRow).ifPresent(rows::add);
            made.own().ifPresent(hosts::add);
            certificates.addAll(made.certificates());
        }
        work.publish(Part.of(Table.FRAME, OF_DOMAINS, chunk), frame);
        work.publish(Part.of(Table.DOMAINS, OF_DOMAINS, chunk), rows);
        write(OF_DOMAINS, chunk, hosts, certificates);
        return frame.size();
    }

    private void write(int partition, int chunk, List<Exchange> hosts, List<CertificateObservation> more) {
        List<HostRow> rows =
                hosts.stream().map(host -> HostMapping.toRow(host.seen())).toList();
        List<SmtpRow> dialogues = hosts.stream()
                .flatMap(host -> host.dialogues().stream())
                .map(SmtpMapping::toRow)
                .toList();
        Map<String, CertificateObservation> certificates = new LinkedHashMap<>();
        hosts.forEach(host -> host.certificates().forEach(shown -> certificates.put(shown.sha256(), shown)));
        more.forEach(shown -> certificates.put(shown.sha256(), shown));
        List<CertificateRow> shown =
                certificates.values().stream().map(CertificateMapping::toRow).toList();
        work.publish(Part.of(Table.MX_HOSTS, partition, chunk), rows);
        work.publish(Part.of(Table.SMTP, partition, chunk), dialogues);
        work.publish(Part.of(Table.CERTIFICATES, partition, chunk), shown);
    }
}
