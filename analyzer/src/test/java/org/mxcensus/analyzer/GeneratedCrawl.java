package org.mxcensus.analyzer;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.finish.FinishInput;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.lab.tables.GeneratedTables;
import org.mxcensus.lab.tables.TableScale;

/// A crawl of some hundred domains with all that real ones have, evaluated.
public final class GeneratedCrawl {
    private GeneratedCrawl() {}

    public static Manifest evaluated(Store store, LocalDate crawl, int domains) {
        GeneratedTables.Result made = GeneratedTables.write(
                store,
                crawl,
                new TableScale(
                        domains, 20, 1, crawl.atStartOfDay(ZoneOffset.UTC).toInstant()),
                _ -> {});
        Manifest.Program program = new Manifest.Program("mxcensus", "1", "unknown");
        Finish.run(store, crawl, new FinishInput(Pki.NOW, program, Map.of(), List.of(made.source()), Map.of()));
        JudgeCrawl.run(store, crawl, roots(made.rootPem()), TestCrawl.PROVIDERS, Pki.NOW);
        return Stats.run(store, crawl, Pki.NOW);
    }

    private static TrustRoots roots(String pem) {
        try {
            return TrustRoots.ofPem(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateException e) {
            throw new IllegalStateException("the generator writes good certificates", e);
        }
    }
}
