package org.mxcensus.analyzer.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Client;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Judges every MX host and every domain of a finished crawl.
public final class JudgeCrawl {
    private final CrawlTables tables;
    private final Optional<CrawlBefore> before;

    private JudgeCrawl(CrawlTables tables, Optional<CrawlBefore> before) {
        this.tables = tables;
        this.before = before;
    }

    /// Judges a crawl and switches its manifest to the verdicts. Statistics of earlier verdicts are no longer listed.
    ///
    /// Roll-overs and changed policies are told by the [CrawlBefore]; its date goes into the manifest as version
    /// `previous`, or `none`.
    ///
    /// @param roots what chains must lead to
    /// @param now names the run
    /// @return the manifest that was published
    /// @throws UserError where the crawl has not been finished
    public static Manifest run(Store store, LocalDate crawl, TrustRoots roots, Providers providers, Instant now) {
        Manifests manifests = new Manifests(store);
        Manifest observed = manifests
                .find(crawl)
                .orElseThrow(() -> new UserError(
                        "There is no finished crawl %s in %s; run `mxcensus finish --crawl %s`, or name another crawl."
                                .formatted(crawl, store, crawl)));
        CrawlTables tables = new CrawlTables(store, observed, ReleaseFiles.startedAt(crawl, now));
        Manifest after = new JudgeCrawl(tables, CrawlBefore.of(store, observed)).judge(roots, providers);
        manifests.publish(after);
        return after;
    }

    private Manifest judge(TrustRoots roots, Providers providers) {
        Reach reach = reach();
        boolean foreign = tables.manifest().configuration().containsKey(Manifest.SCANNER);
        Client client = foreign ? client() : Client.OURS;
        List<Manifest.TableFile> files = new ArrayList<>(tables.manifest().files().stream()
                .filter(file ->
                        Table.OBSERVED.stream().anyMatch(table -> table.name().equals(file.table())))
                .toList());
        try (StoredPrevious previous = StoredPrevious.of(tables, before);
                StoredCertificates certificates = certificates()) {
            Judge judge = new Judge(roots, providers, reach, client, previous);
            HostPass.Result hosts = new HostPass(tables, judge, certificates).run();
            files.addAll(hosts.files());
            files.addAll(new DomainPass(tables, judge, hosts.judged(), certificates).run());
        }
        SortedMap<String, String> versions = new TreeMap<>(tables.manifest().versions());
        versions.put("judge", Judge.VERSION);
        versions.put("trust_store", roots.version());
        versions.put("providers", providers.version());
        versions.put("public_suffix_list", providers.suffixes().version());
        versions.put("families", families(reach));
        versions.put("previous", before.map(CrawlBefore::name).orElse("none"));
        if (foreign) {
            versions.put("offers", offers(client));
        }
        return tables.manifest().withFiles(files).withVersions(versions);
    }

    private static String families(Reach reach) {
        return words(reach.ipv4() ? "ipv4" : "", reach.ipv6() ? "ipv6" : "");
    }

    private static String offers(Client client) {
        return words(client.offersTls13() ? "tls13" : "", client.offersMlKem() ? "mlkem" : "");
    }

    private static String words(String... some) {
        return Stream.of(some)
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("none");
    }

    /// What the client of others shows of itself, in the whole scan.
    private Client client() {
        Client client = Client.UNKNOWN;
        try (TableReader<SmtpRow> rows = tables.reader(Table.SMTP)) {
            while (!client.equals(Client.OURS) && rows.hasNext()) {
                client = client.or(Client.of(SmtpMapping.toObservation(rows.next())));
            }
        }
        return client;
    }

    /// Soon known, unless one family reached nothing.
    private Reach reach() {
        Reach reach = Reach.NONE;
        try (TableReader<SmtpRow> rows = tables.reader(Table.SMTP)) {
            while (!reach.equals(Reach.BOTH) && rows.hasNext()) {
                reach = reach.or(Reach.of(SmtpMapping.toObservation(rows.next())));
            }
        }
        return reach;
    }

    private StoredCertificates certificates() {
        try (Stream<CertificateRow> rows = tables.rows(Table.CERTIFICATES)) {
            return StoredCertificates.of(rows, tables.store().scratch("certificates"));
        }
    }
}
