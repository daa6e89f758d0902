package org.mxcensus.analyzer.verdict;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.AddressJudgement;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;

/// Judges every MX host: reads them in order beside their dialogues, judges a batch on all cores, and writes it
/// in order, each table for itself.
///
/// @param tables of the crawl
record HostPass(CrawlTables tables, Judge judge, Certificates certificates) {
    private static final int BATCH = 2_048;

    /// What the pass leaves.
    ///
    /// @param judged every host
    record Result(List<Manifest.TableFile> files, Map<String, HostJudgement> judged) {}

    private record Seen(HostRow host, List<SmtpRow> dialogues) {}

    Result run() {
        Map<String, HostJudgement> judged = new ConcurrentHashMap<>();
        try (TableReader<HostRow> hosts = tables.reader(Table.MX_HOSTS);
                TableReader<SmtpRow> dialogues = tables.reader(Table.SMTP);
                TableWriter<HostVerdictRow> addresses = tables.writer(Table.HOST_VERDICTS, 0);
                TableWriter<ExchangeVerdictRow> exchanges = tables.writer(Table.EXCHANGE_VERDICTS, 0);
                TableWriter<HostProviderRow> owners = tables.writer(Table.HOST_PROVIDERS, 0)) {
            RowGroups<SmtpRow> smtp = new RowGroups<>(dialogues, SmtpRow::host);
            while (hosts.hasNext()) {
                List<HostJudgement> batch =
                        batch(hosts, smtp).parallelStream().map(this::judge).toList();
                Stream.<Runnable>of(
                                () -> batch.forEach(host -> host.addresses().stream()
                                        .map(AddressJudgement::row)
                                        .forEach(addresses::write)),
                                () -> batch.forEach(host -> exchanges.write(host.summary())),
                                () -> batch.forEach(host -> owners.write(host.owner())))
                        .parallel()
                        .forEach(Runnable::run);
                batch.forEach(host -> judged.put(host.summary().host(), host));
            }
            List<Manifest.TableFile> files = Stream.of(addresses.finish(), exchanges.finish(), owners.finish())
                    .flatMap(List::stream)
                    .toList();
            return new Result(files, judged);
        }
    }

    private HostJudgement judge(Seen seen) {
        return judge.judgeHost(
                HostMapping.toObservation(seen.host()),
                seen.dialogues().stream().map(SmtpMapping::toObservation).toList(),
                certificates);
    }

    private static List<Seen> batch(Iterator<HostRow> rows, RowGroups<SmtpRow> smtp) {
        List<Seen> batch = new ArrayList<>(BATCH);
        while (rows.hasNext() && batch.size() < BATCH) {
            HostRow host = rows.next();
            batch.add(new Seen(host, smtp.of(host.host())));
        }
        return batch;
    }
}
