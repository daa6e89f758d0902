package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.crawler.source.Source;
import org.mxcensus.crawler.source.SourceReport;
import org.mxcensus.crawler.source.Sources;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// A crawl in one process: source → domains → mx_hosts → smtp, over queues in memory.
///
/// A crawl that was interrupted is opened again with the same date and store, and goes on.
public final class Crawl implements AutoCloseable {
    private final WorkFiles files;
    private final CrawlConfig config;
    private final CrawlPlan plan;
    private final List<SourceReport> reports;
    private final Probes probes;
    private final Clock clock;
    private final CrawlProgress progress;

    private Crawl(
            WorkFiles files,
            CrawlConfig config,
            CrawlPlan plan,
            List<SourceReport> reports,
            Probes probes,
            Clock clock) {
        this.files = files;
        this.config = config;
        this.plan = plan;
        this.reports = reports;
        this.probes = probes;
        this.clock = clock;
        this.progress = new CrawlProgress(plan.frameRows());
    }

    /// Asks the resolver whether it serves, then reads the inputs and writes the frame, or takes up a crawl that has
    /// begun.
    ///
    /// @throws UserError where an input, the resolver or the store is of no use, or where the crawl was begun with
    ///     other inputs
    public static Crawl open(Store store, CrawlConfig config, Clock clock) {
        WorkFiles files = new WorkFiles(store, config.date());
        Probes probes = Probes.open(config.probes(), clock);
        try {
            probes.check();
            Optional<CrawlPlan> begun = CrawlPlan.find(files);
            begun.ifPresent(plan -> requireOneProcess(plan, config));
            begun.ifPresent(plan -> plan.requireInputs(config.date(), config.inputs()));
            return begun.isPresent()
                    ? new Crawl(files, config, begun.get(), List.of(), probes, clock)
                    : begin(files, config, probes, clock);
        } catch (RuntimeException e) {
            probes.close();
            throw e;
        }
    }

    private static Crawl begin(WorkFiles files, CrawlConfig config, Probes probes, Clock clock) {
        if (config.inputs().isEmpty()) {
            throw new UserError("There is no crawl of %s in %s to go on with; name a zone file or a list to crawl."
                    .formatted(config.date(), files.store()));
        }
        List<Source> sources = Sources.openAll(config.inputs());
        try {
            CrawlPlan plan = new Frame(files, part -> {}).write(sources, config.frame());
            return new Crawl(
                    files, config, plan, sources.stream().map(Source::report).toList(), probes, clock);
        } finally {
            sources.forEach(Source::close);
        }
    }

    private static void requireOneProcess(CrawlPlan plan, CrawlConfig config) {
        if (plan.distributed()) {
            throw new UserError(
                    "The crawl of %s was begun for workers over Kafka; go on with it by `mxcensus worker --crawl %s`."
                            .formatted(config.date(), config.date()));
        }
    }

    /// Measures until every domain of the frame has been looked at.
    ///
    /// @throws UserError where the store can no longer be written; all that is published stays
    /// @throws InterruptedException where the calling thread is interrupted: the crawl can be opened again
    public void run() throws InterruptedException {
        OptOutSource optOut = OptOutInForce.join(files, config.probes(), true, clock, Ticker.SYSTEM);
        ProbeConfig look = config.probes().leavingAlone(optOut);
        Stages stages =
                new ProbingStages(probes, look, 1, config.date().toString(), !plan.knowsDelegations(), clock).stages();
        new Pipeline(files, plan, stages, config.limits(), config.implicitMx(), progress, clock).run();
    }

    /// What was read; empty where the crawl had been begun before.
    public List<SourceReport> reports() {
        return reports;
    }

    /// What the user should know of the resolver and of this machine: a sentence each.
    public List<String> warnings() {
        return probes.warningsOfACrawl();
    }

    public CrawlProgress progress() {
        return progress;
    }

    /// What can be told of it while it runs.
    public Vitals vitals() {
        return probes.vitals(progress);
    }

    @Override
    public void close() {
        probes.close();
    }
}
