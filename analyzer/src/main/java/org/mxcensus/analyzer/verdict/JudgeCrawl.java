package org.mxcensus.analyzer.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.AddressJudgement;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.ReleaseFiles;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Judges every MX host and every domain of a finished crawl.
public final class JudgeCrawl {
    private final Store store;
    private final Manifest manifest;
    private final ReleaseFiles names;
    private final Map<String, HostJudgement> hosts = new HashMap<>();

    private JudgeCrawl(Store store, Manifest manifest, ReleaseFiles names) {
        this.store = store;
        this.manifest = manifest;
        this.names = names;
    }

    /// Judges a crawl and switches its manifest to the verdicts. Statistics of earlier verdicts are no longer listed.
    ///
    /// @param roots what chains must lead to
    /// @param now names the run
    /// @return the manifest that was published
    /// @throws UserError where the crawl has not been finished
    public static Manifest run(Store store, LocalDate crawl, TrustRoots roots, Providers providers, Instant now) {
        Manifests manifests = new Manifests(store);
        Manifest before = manifests
                .find(crawl)
                .orElseThrow(() -> new UserError(
                        "There is no finished crawl %s in %s; run `mxcensus finish --crawl %s`, or name another crawl."
                                .formatted(crawl, store, crawl)));
        Manifest after = new JudgeCrawl(store, before, ReleaseFiles.startedAt(crawl, now)).judge(roots, providers);
        manifests.publish(after);
        return after;
    }

    private Manifest judge(TrustRoots roots, Providers providers) {
        Reach reach = reach();
        Judge judge = new Judge(roots, providers, reach);
        Certificates certificates = certificates();
        List<Manifest.TableFile> files = new ArrayList<>(manifest.files().stream()
                .filter(file ->
                        Table.OBSERVED.stream().anyMatch(table -> table.name().equals(file.table())))
                .toList());
        files.addAll(judgeHosts(judge, certificates));
        files.addAll(judgeDomains(judge, certificates));
        SortedMap<String, String> versions = new TreeMap<>(manifest.versions());
        versions.put("judge", Judge.VERSION);
        versions.put("trust_store", roots.version());
        versions.put("providers", providers.version());
        versions.put("public_suffix_list", providers.suffixes().version());
        versions.put("families", (reach.ipv4() ? "ipv4 " : "") + (reach.ipv6() ? "ipv6" : ""));
        return manifest.withFiles(files).withVersions(versions);
    }

    private Reach reach() {
        try (Stream<SmtpRow> rows = rows(Table.SMTP)) {
            return rows.map(row -> Reach.of(List.of(SmtpMapping.toObservation(row))))
                    .reduce(new Reach(false, false), Reach::or);
        }
    }

    private Certificates certificates() {
        Map<String, byte[]> bySha = new HashMap<>();
        try (Stream<CertificateRow> rows = rows(Table.CERTIFICATES)) {
            rows.forEach(row -> bySha.put(row.sha256(), row.der().getBytes()));
        }
        return sha256 -> Optional.ofNullable(bySha.get(sha256));
    }

    private List<Manifest.TableFile> judgeHosts(Judge judge, Certificates certificates) {
        try (Stream<HostRow> rows = rows(Table.MX_HOSTS);
                Stream<SmtpRow> dialogues = rows(Table.SMTP);
                TableWriter<HostVerdictRow> addresses = writer(Table.HOST_VERDICTS);
                TableWriter<ExchangeVerdictRow> exchanges = writer(Table.EXCHANGE_VERDICTS);
                TableWriter<HostProviderRow> providers = writer(Table.HOST_PROVIDERS)) {
            SmtpGroups smtp = new SmtpGroups(dialogues.iterator());
            rows.forEach(row -> {
                HostObservation host = HostMapping.toObservation(row);
                HostJudgement judgement = judge.judgeHost(host, smtp.of(host.host()), certificates);
                judgement.addresses().stream().map(AddressJudgement::row).forEach(addresses::write);
                exchanges.write(judgement.summary());
                providers.write(judge.providers().row(host.host()));
                hosts.put(host.host(), judgement);
            });
            return Stream.of(addresses.finish(), exchanges.finish(), providers.finish())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private List<Manifest.TableFile> judgeDomains(Judge judge, Certificates certificates) {
        try (Stream<DomainRow> rows = rows(Table.DOMAINS);
                TableWriter<DomainVerdictRow> verdicts = writer(Table.DOMAIN_VERDICTS)) {
            rows.forEach(row -> verdicts.write(judge.judgeDomain(
                    DomainMapping.toObservation(row), host -> Optional.ofNullable(hosts.get(host)), certificates)));
            return verdicts.finish();
        }
    }

    private <R extends Record> Stream<R> rows(Table<R> table) {
        return manifest.paths(table.name()).stream().flatMap(path -> ParquetFiles.read(table, store.local(path)));
    }

    private <R extends Record> TableWriter<R> writer(Table<R> table) {
        return new TableWriter<>(table, store, names);
    }
}
