package org.mxcensus.cli.options;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Mixin;

/// Which crawl, and in which dataset.
public final class CrawlOptions {

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlDate date = new CrawlDate();

    /// See [DataOption#place].
    public String place() {
        return data.place();
    }

    /// See [DataOption#open].
    public Store open() {
        return data.open();
    }

    /// See [DataOption#openExisting].
    public Store openExisting() {
        return data.openExisting();
    }

    /// Whether a crawl was named.
    public boolean isNamed() {
        return date.isGiven();
    }

    /// See [CrawlDate#given].
    public Optional<LocalDate> given() {
        return date.given();
    }

    /// See [CrawlDate#orToday].
    public LocalDate orToday(Clock clock) {
        return date.orToday(clock);
    }

    /// See [CrawlDate#orNewest].
    public LocalDate orNewest(Store store) {
        return date.orNewest(store);
    }

    /// See [CrawlDate#orAllFinished].
    public List<LocalDate> orAllFinished(Store store) {
        return date.orAllFinished(store);
    }
}
