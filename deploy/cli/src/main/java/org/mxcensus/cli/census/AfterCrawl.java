package org.mxcensus.cli.census;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.analyzer.again.JudgeAgain;
import org.mxcensus.analyzer.again.JudgedAgain;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.finish.FinishInput;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.cli.session.Build;
import org.mxcensus.crawler.crawl.CrawlPlan;
import org.mxcensus.crawler.crawl.OptOutLists;
import org.mxcensus.crawler.crawl.Settings;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// What follows a crawl: finish, judge, count. Each may be run again.
///
/// @param store where the crawl is
/// @param clock names the runs
public record AfterCrawl(Store store, Clock clock) {

    /// All three.
    ///
    /// @param roots what certificates must lead to
    public void run(LocalDate crawl, TrustRoots roots) {
        finish(crawl);
        judge(crawl, roots);
        stats(crawl);
    }

    /// Whether all three have been done since.
    ///
    /// @param complete when the crawl's last row was written
    boolean isDone(LocalDate crawl, Instant complete) {
        return new Manifests(store)
                .find(crawl)
                .filter(manifest -> !manifest.created().isBefore(complete))
                .filter(manifest -> !manifest.paths(Stats.ADOPTION).isEmpty())
                .isPresent();
    }

    /// Makes the release files of what the crawl saw.
    ///
    /// @throws UserError where there is no such crawl
    public Manifest finish(LocalDate crawl) {
        WorkFiles files = new WorkFiles(store, crawl);
        CrawlPlan plan = CrawlPlan.find(files)
                .orElseThrow(() -> new UserError(
                        "The crawl of %s in %s has not begun; start it with `mxcensus crawl INPUT --crawl %s`."
                                .formatted(crawl, store, crawl)));
        Build build = Build.current();
        return Finish.run(
                store,
                crawl,
                new FinishInput(
                        clock.instant(),
                        new Manifest.Program("mxcensus", build.version(), build.commit()),
                        configuration(plan, files),
                        plan.sources(),
                        Map.of("public_suffix_list", PublicSuffixes.bundled().version())));
    }

    /// What the crawl was begun with, what its workers have agreed on, and how many it has left alone.
    private static Map<String, String> configuration(CrawlPlan plan, WorkFiles files) {
        Map<String, String> all = new TreeMap<>(plan.configuration());
        all.putAll(Settings.of(files));
        all.putAll(new OptOutLists(files).recorded());
        return all;
    }

    /// Judges what was seen.
    public Manifest judge(LocalDate crawl, TrustRoots roots) {
        return JudgeCrawl.run(store, crawl, roots, new Providers(PublicSuffixes.bundled()), clock.instant());
    }

    /// Judges what was seen, and compares the verdicts with those before.
    public JudgedAgain judgeAgain(LocalDate crawl, TrustRoots roots) {
        return JudgeAgain.run(store, crawl, roots, new Providers(PublicSuffixes.bundled()), clock.instant());
    }

    /// Counts the verdicts.
    public Manifest stats(LocalDate crawl) {
        return Stats.run(store, crawl, clock.instant());
    }
}
