package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;

/// Puts the rows of an MX host in many crawls together.
final class HostHistories {
    private HostHistories() {}

    /// @param rows looks in all crawls
    static List<HostHistory> of(RowFinder rows, String host) {
        List<String> key = List.of(host);
        Map<LocalDate, ExchangeVerdictRow> verdicts = rows.inCrawls(Table.EXCHANGE_VERDICTS, key).stream()
                .collect(Collectors.toMap(RowFinder.Found::crawl, RowFinder.Found::row, (one, _) -> one));
        Map<LocalDate, List<SmtpRow>> dialogues = rows.inCrawls(Table.SMTP, key).stream()
                .collect(Collectors.groupingBy(
                        RowFinder.Found::crawl, Collectors.mapping(RowFinder.Found::row, Collectors.toList())));
        return rows.inCrawls(Table.MX_HOSTS, key).stream()
                .sorted(Comparator.comparing(RowFinder.Found::crawl))
                .map(found -> new HostHistory(
                        found.crawl(),
                        found.row(),
                        Optional.ofNullable(verdicts.get(found.crawl())),
                        leaves(dialogues.getOrDefault(found.crawl(), List.of()))))
                .toList();
    }

    private static List<String> leaves(List<SmtpRow> dialogues) {
        return dialogues.stream()
                .flatMap(dialogue -> dialogue.chain().stream().limit(1))
                .distinct()
                .sorted()
                .toList();
    }
}
