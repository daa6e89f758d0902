package org.mxcensus.crawler.crawl;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// Where a worker meets its crawl: the broker and the store must speak of the same one.
///
/// @param files as this worker sees them
/// @param date names the crawl
/// @param topics of the crawl at the broker
record Rendezvous(WorkFiles files, LocalDate date, KafkaTopics topics) {

    /// The plan that both have.
    ///
    /// @throws UserError where one of them has none, or another
    CrawlPlan plan() throws InterruptedException {
        Optional<CrawlPlan> begun = CrawlPlan.find(files);
        begun.ifPresent(this::requireDistributed);
        CrawlPlan announced = announced();
        CrawlPlan stored = begun.orElseThrow(() -> new UserError(
                "The crawl of %s was enqueued into other storage than %s, which has no such crawl; give all workers the --data that `mxcensus enqueue` wrote to."
                        .formatted(date, files.store())));
        if (!announced.id().equals(stored.id())) {
            throw new UserError(
                    "The crawl of %s at the broker is not the one in %s, which was begun apart from it; give all workers the --data that `mxcensus enqueue` wrote to."
                            .formatted(date, files.store()));
        }
        return stored;
    }

    private void requireDistributed(CrawlPlan plan) {
        if (!plan.distributed()) {
            throw new UserError(
                    "The crawl of %s in %s was begun in one process, and workers cannot take part; go on with it by `mxcensus crawl --crawl %s`."
                            .formatted(date, files.store(), date));
        }
    }

    private CrawlPlan announced() throws InterruptedException {
        byte[] json = topics.announcement()
                .orElseThrow(() -> new UserError(
                        "The broker has no crawl of %s yet; begin it with `mxcensus enqueue INPUT --crawl %s`."
                                .formatted(date, date)));
        try {
            return CrawlPlan.of(json);
        } catch (IOException e) {
            throw new UserError(
                    "The plan of the crawl of %s at the broker is not readable; was it written by mxcensus? Begin another crawl."
                            .formatted(date),
                    e);
        }
    }
}
