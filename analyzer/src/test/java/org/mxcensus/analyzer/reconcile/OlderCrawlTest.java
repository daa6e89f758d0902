package org.mxcensus.analyzer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.OlderTables;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsTraits;
import org.mxcensus.datasets.store.DirectoryStore;

/// A crawl that was judged before grades of TLS and causes of DANE were thought of.
class OlderCrawlTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @TempDir
    Path folder;

    @Test
    void columnsThatAreMissingAreLikeColumnsThatAreNull() throws Exception {
        DirectoryStore store = new DirectoryStore(folder);
        RandomEvidence evidence = new RandomEvidence(new Random(3), 300);
        evidence.exchanges.replaceAll((_, row) -> older(row));
        evidence.addresses.replaceAll(OlderCrawlTest::older);
        evidence.write(store, MAY);
        Map<Definition, Figure> nulls = figures(store);
        OlderTables.forget(store, MAY, Table.EXCHANGE_VERDICTS, "tls_sound, dane_cause");
        OlderTables.forget(store, MAY, Table.HOST_VERDICTS, "tls_grade, dane_cause");

        assertThat(figures(store)).isEqualTo(nulls);
        assertThat(nulls.get(Definition.INTERNET_NL).numerator()).isZero();
        assertThat(nulls.get(Definition.INTERNET_NL).unmeasured()).isPositive();
        assertThat(nulls.get(Definition.INTERNET_NL_DANE).numerator()).isPositive();
    }

    private static Map<Definition, Figure> figures(DirectoryStore store) {
        try (Reconciliation reconciliation = Reconciliation.of(store, MAY, Optional.empty())) {
            return reconciliation.figures();
        }
    }

    private static ExchangeVerdictRow older(ExchangeVerdictRow row) {
        return new ExchangeVerdictRow(
                row.host(),
                row.addresses(),
                row.measured(),
                row.dnssec(),
                row.starttls(),
                row.tls13(),
                row.certificateTrusted(),
                row.certificateName(),
                null,
                row.postQuantum(),
                row.chainComplete(),
                row.dane(),
                row.daneDeployed(),
                null,
                TlsTraits.UNMEASURED,
                row.issuers());
    }

    private static HostVerdictRow older(HostVerdictRow row) {
        return new HostVerdictRow(
                row.host(),
                row.ip(),
                row.starttls(),
                row.tls13(),
                row.certificateTrusted(),
                row.certificateFault(),
                row.certificateName(),
                row.dane(),
                null,
                row.daneMatch(),
                row.certificate(),
                null,
                row.tlsFlaws(),
                row.postQuantum(),
                row.chain(),
                row.reason(),
                TlsTraits.UNMEASURED);
    }
}
