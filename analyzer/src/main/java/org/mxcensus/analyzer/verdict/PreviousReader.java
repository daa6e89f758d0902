package org.mxcensus.analyzer.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.ParquetFiles;

/// Reads of a crawl the few columns and rows that matter to the next one, so that millions of domains without DANE and
/// MTA-STS cost next to nothing.
record PreviousReader(CrawlTables before, CrawlTables now) {

    StoredPrevious read() {
        try (Warehouse warehouse = Warehouse.inMemory(now.store(), Limits.READER)) {
            warehouse.run(question("previous_shown")
                    .piece("smtp", before.relation(Table.SMTP))
                    .piece("before", before.relation(Table.MX_HOSTS))
                    .piece("now", now.relation(Table.MX_HOSTS))
                    .build());
            return new StoredPrevious(
                    hosts(warehouse), policies(warehouse), missed(warehouse), certificates(warehouse));
        }
    }

    private static Question.Builder question(String name) {
        return Question.named(PreviousReader.class, name);
    }

    private Map<String, Previous.Host> hosts(Warehouse warehouse) {
        Map<String, List<TlsaRecord>> records = new HashMap<>();
        Question published = question("previous_tlsa")
                .piece("hosts", before.relation(Table.MX_HOSTS))
                .build();
        warehouse.ask(
                published,
                row -> records.computeIfAbsent(row.getString(1), _ -> new ArrayList<>(2))
                        .add(tlsa(row)));
        Map<String, Map<String, List<String>>> chains = new HashMap<>();
        warehouse.ask(
                question("previous_chains").build(),
                row -> chains.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                        .put(row.getString(2), List.of(row.getString(3).split(" "))));
        Set<String> names = new HashSet<>(records.keySet());
        names.addAll(chains.keySet());
        Map<String, Previous.Host> hosts = new HashMap<>();
        names.forEach(name -> hosts.put(
                name, new Previous.Host(records.getOrDefault(name, List.of()), chains.getOrDefault(name, Map.of()))));
        return hosts;
    }

    private static TlsaRecord tlsa(ResultSet row) throws SQLException {
        return new TlsaRecord(row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5));
    }

    /// A crawl that was never judged does not tell which policies a sender could use.
    private Map<String, Previous.Policy> policies(Warehouse warehouse) {
        if (before.paths(Table.DOMAIN_VERDICTS).isEmpty()) {
            return Map.of();
        }
        Map<String, Previous.Policy> policies = new HashMap<>();
        // Providers serve one text to all their customers.
        Map<String, String> texts = new HashMap<>();
        Question usable = question("previous_policies")
                .piece("domains", before.relation(Table.DOMAINS))
                .piece("verdicts", before.relation(Table.DOMAIN_VERDICTS))
                .build();
        warehouse.ask(usable, row -> {
            String text = texts.computeIfAbsent(row.getString(4), same -> same);
            // Which texts parse is ours to say anew: the present rules count.
            if (StsPolicy.parse(text, row.getBoolean(5)) instanceof StsPolicy.Parsed parsed) {
                Instant seen = Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS);
                policies.put(row.getString(1), new Previous.Policy(seen, row.getString(3), parsed.policy(), text));
            }
            return text;
        });
        return policies;
    }

    private Set<String> missed(Warehouse warehouse) {
        if (before.paths(Table.DOMAIN_VERDICTS).isEmpty()) {
            return Set.of();
        }
        Set<String> missed = new HashSet<>();
        Question untold = question("missed_policies")
                .piece("domains", before.relation(Table.DOMAINS))
                .piece("verdicts", before.relation(Table.DOMAIN_VERDICTS))
                .piece("now", now.relation(Table.DOMAINS))
                .build();
        warehouse.ask(untold, row -> missed.add(row.getString(1)));
        return missed;
    }

    private StoredCertificates certificates(Warehouse warehouse) {
        Path chosen = now.store().scratch("previous-certificates.parquet");
        warehouse.run(question("previous_certificates")
                .piece("certificates", before.relation(Table.CERTIFICATES))
                .piece("file", Question.quoted(chosen.toString()))
                .build());
        try (Stream<CertificateRow> rows = ParquetFiles.read(Table.CERTIFICATES, chosen)) {
            return StoredCertificates.of(rows, now.store().scratch("previous-certificates"));
        } finally {
            delete(chosen);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
