package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mxcensus.datasets.store.DirectoryStore;
import picocli.CommandLine.Mixin;

/// Which crawl, and in which dataset.
public final class CrawlOptions {

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final CrawlDate date = new CrawlDate();

    /// Where the dataset lies.
    public Path directory() {
        return data.directory();
    }

    /// See [DataOption#open].
    public DirectoryStore open() {
        return data.open();
    }

    /// See [DataOption#openExisting].
    public DirectoryStore openExisting() {
        return data.openExisting();
    }

    /// Whether a crawl was named.
    public boolean isNamed() {
        return date.isGiven();
    }

    /// See [CrawlDate#orToday].
    public LocalDate orToday(Clock clock) {
        return date.orToday(clock);
    }

    /// See [CrawlDate#orNewest].
    public LocalDate orNewest(DirectoryStore store) {
        return date.orNewest(store);
    }

    /// See [CrawlDate#orAllFinished].
    public List<LocalDate> orAllFinished(DirectoryStore store) {
        return date.orAllFinished(store);
    }
}
