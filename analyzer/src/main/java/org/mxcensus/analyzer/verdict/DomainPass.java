package org.mxcensus.analyzer.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.DomainJudge;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.JudgedDomainRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;

/// Judges every domain, one file of verdicts for each file of observations, on all cores.
///
/// @param hosts every host, judged
record DomainPass(CrawlTables tables, Judge judge, Map<String, HostJudgement> hosts, Certificates certificates) {

    List<Manifest.TableFile> run() {
        DomainJudge domains = judge.domains(host -> Optional.ofNullable(hosts.get(host)), certificates);
        FrameFiles frame = FrameFiles.of(tables);
        List<String> paths = tables.paths(Table.DOMAINS);
        return IntStream.range(0, paths.size())
                .parallel()
                .mapToObj(index -> file(paths.get(index), index, domains, frame))
                .flatMap(List::stream)
                .toList();
    }

    private List<Manifest.TableFile> file(String path, int index, DomainJudge domains, FrameFiles frame) {
        try (Stream<JudgedDomainRow> rows = tables.rows(JudgedDomainRow.TABLE, path);
                Delegations delegations = new Delegations(frame);
                TableWriter<DomainVerdictRow> verdicts = tables.writer(Table.DOMAIN_VERDICTS, index)) {
            rows.map(delegations::complete)
                    .map(JudgedDomainRow::row)
                    .map(DomainMapping::toObservation)
                    .map(domains::judge)
                    .forEach(verdicts::write);
            return verdicts.finish();
        }
    }
}
