package org.mxcensus.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Progress;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.Crawl;
import org.mxcensus.crawler.crawl.CrawlProgress;

/// Says how far a demo is: a bar over all months, and a line for each month that is done.
final class DemoWatcher implements Year.Watcher, AutoCloseable {
    /// The crawl's share of a month's work; the rest is judging and counting.
    private static final double CRAWLING = 0.8;

    private final Clock clock;
    private final List<LocalDate> dates;
    private final Progress progress;
    private volatile State state;

    /// @param month which of the dates, from 0
    /// @param what is going on
    /// @param crawl of the month; empty before it begins
    /// @param began when the month did
    private record State(int month, String what, Optional<CrawlProgress> crawl, Instant began) {}

    DemoWatcher(Terminal terminal, Clock clock, List<LocalDate> dates) {
        this.clock = clock;
        this.dates = List.copyOf(dates);
        this.state = new State(0, "building the world", Optional.empty(), clock.instant());
        this.progress = Progress.of(terminal, this::line);
    }

    @Override
    public void crawling(LocalDate date, Crawl crawl) {
        become(date, "crawling " + date, crawl);
    }

    @Override
    public void counting(LocalDate date, Crawl crawl) {
        become(date, "counting " + date, crawl);
    }

    @Override
    public void done(LocalDate date) {
        State now = state;
        Duration took = Duration.between(now.began, clock.instant());
        progress.say(
                "%s  %s in %s".formatted(date, now.crawl.map(DemoWatcher::seen).orElse(""), Figures.time(took)));
        state = new State(dates.indexOf(date) + 1, "moving on", Optional.empty(), clock.instant());
    }

    @Override
    public void close() {
        progress.close();
    }

    private void become(LocalDate date, String what, Crawl crawl) {
        state = new State(dates.indexOf(date), what, Optional.of(crawl.progress()), state.began);
    }

    private String line() {
        State now = state;
        double month = now.crawl.map(crawl -> CRAWLING * share(crawl)).orElse(0.0);
        return "%s month %d of %d  %s  %s"
                .formatted(
                        Figures.bar((now.month + month) / dates.size()),
                        Math.min(now.month + 1, dates.size()),
                        dates.size(),
                        now.what,
                        now.crawl.map(DemoWatcher::seen).orElse(""));
    }

    private static double share(CrawlProgress crawl) {
        return (double) crawl.domains().done() / Math.max(1, crawl.frameRows());
    }

    private static String seen(CrawlProgress crawl) {
        return "%s domains, %s hosts, %s addresses"
                .formatted(
                        Figures.count(crawl.domains().done()),
                        Figures.count(crawl.hosts().done()),
                        Figures.count(crawl.smtp().done()));
    }
}
