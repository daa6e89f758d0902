package org.mxcensus.cli.accuracy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.mxcensus.cli.Dataset;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.EveryCause;
import org.mxcensus.lab.stress.Absence;
import org.mxcensus.lab.stress.Stress;
import org.mxcensus.lab.truth.Truth;

/// A world in which every verdict and every cause occurs, crawled in two months.
///
/// @param seed of the world
/// @param stress the lab is under in both
record TwoMonths(long seed, int domains, Stress stress) {

    private static final LocalDate BEFORE = LocalDate.of(2026, 8, 22);
    private static final LocalDate NOW = LocalDate.of(2026, 9, 22);

    static TwoMonths calm(long seed, int domains) {
        return new TwoMonths(seed, domains, Stress.NONE);
    }

    /// Of datagrams five in a hundred are lost, each way; of connections two in a hundred are reset; the resolver is
    /// away for 20 seconds of the second month, the first having too few questions; one mail server in ten limits
    /// calls, and policy hosts requests.
    static TwoMonths stressed(long seed, int domains) {
        Stress stress = Stress.NONE
                .withSeed(seed)
                .withDatagramLoss(0.05)
                .withResets(0.02)
                .withAbsence(new Absence(domains, Duration.ofSeconds(20)))
                .withLimiting(0.1)
                .withPoliciesPerSecond(4);
        return new TwoMonths(seed, domains, stress);
    }

    /// Crawls both and compares the second with what is true then.
    Comparison compare(Path folder) throws Exception {
        EveryCause worlds = new EveryCause(seed, domains);
        Dataset data = new Dataset(folder.resolve("data"), NOW);
        LabOptions options = LabOptions.defaults().withStress(stress);
        try (Lab lab = Lab.start(worlds.before(), options)) {
            PatientCrawl crawl = new PatientCrawl(lab, data.directory());
            crawl.run(BEFORE);
            lab.become(worlds.now());
            crawl.run(NOW);
        }
        return new Comparison(
                Truth.of(worlds.now(), worlds.before()),
                data.rows(Table.HOST_VERDICTS),
                data.rows(Table.DOMAIN_VERDICTS));
    }
}
