package org.mxcensus.analyzer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.finish.FinishInput;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.SmtpObservation;
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

/// A crawl's work files, written by hand.
public final class TestCrawl {
    public static final LocalDate DATE = LocalDate.of(2026, 3, 1);
    public static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());

    private final List<FrameRow> frame = new ArrayList<>();
    private final List<DomainRow> domains = new ArrayList<>();
    private final List<HostRow> hosts = new ArrayList<>();
    private final List<SmtpRow> smtp = new ArrayList<>();
    private final List<CertificateRow> certificates = new ArrayList<>();

    public TestCrawl frame(String source, String... names) {
        for (String name : names) {
            frame.add(new FrameRow(name, source, name.substring(name.lastIndexOf('.') + 1), null, null, null));
        }
        return this;
    }

    /// Domains of a list with ranks, the first of them first.
    public TestCrawl ranked(String source, String... names) {
        for (String name : names) {
            String tld = name.substring(name.lastIndexOf('.') + 1);
            frame.add(new FrameRow(name, source, tld, null, null, frame.size() + 1L));
        }
        return this;
    }

    /// A domain of a zone, with its delegation.
    public TestCrawl delegation(String source, String name, String... ns) {
        frame.add(new FrameRow(name, source, name.substring(name.lastIndexOf('.') + 1), false, List.of(ns), null));
        return this;
    }

    public TestCrawl frame(FrameRow row) {
        frame.add(row);
        return this;
    }

    public TestCrawl domain(DomainObservation seen) {
        domains.add(DomainMapping.toRow(seen));
        return this;
    }

    public TestCrawl host(HostObservation seen) {
        hosts.add(HostMapping.toRow(seen));
        return this;
    }

    public TestCrawl smtp(SmtpObservation seen) {
        smtp.add(SmtpMapping.toRow(seen));
        return this;
    }

    public TestCrawl certificates(Pki.Identity... identities) {
        for (Pki.Identity identity : identities) {
            certificates.add(CertificateMapping.toRow(identity.observed()));
        }
        return this;
    }

    /// Publishes the rows as one chunk; tables without rows get no file.
    public TestCrawl write(Store store, LocalDate crawl, int partition) {
        WorkFiles work = new WorkFiles(store, crawl);
        publish(work, Table.FRAME, frame, partition);
        publish(work, Table.DOMAINS, domains, partition);
        publish(work, Table.MX_HOSTS, hosts, partition);
        publish(work, Table.SMTP, smtp, partition);
        publish(work, Table.CERTIFICATES, certificates, partition);
        return this;
    }

    private static <R extends Record> void publish(WorkFiles work, Table<R> table, List<R> rows, int partition) {
        if (!rows.isEmpty()) {
            work.publish(Part.of(table, partition, 0), rows);
        }
    }

    /// From work files to figures.
    public static Manifest evaluate(Store store, LocalDate crawl, Pki.Identity... roots) {
        Finish.run(store, crawl, input(Pki.NOW));
        JudgeCrawl.run(store, crawl, roots(roots), PROVIDERS, Pki.NOW);
        return Stats.run(store, crawl, Pki.NOW);
    }

    public static TrustRoots roots(Pki.Identity... roots) {
        return TrustRoots.of(
                List.of(roots).stream().map(Pki.Identity::certificate).toList(), "test");
    }

    public static FinishInput input(Instant now) {
        return input(now, Map.of());
    }

    public static FinishInput input(Instant now, Map<String, String> configuration) {
        Manifest.Program program = new Manifest.Program("mxcensus", "1", "unknown");
        return new FinishInput(now, program, configuration, List.of(), Map.of());
    }
}
