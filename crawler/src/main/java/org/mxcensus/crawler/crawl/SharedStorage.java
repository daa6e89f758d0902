package org.mxcensus.crawler.crawl;

import java.util.concurrent.TimeUnit;
import org.mxcensus.crawler.queue.KafkaTopics;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// What other workers have published must be seen here, or their work would be done again beside it.
///
/// @param files as this worker sees them
/// @param topics what the others have committed
record SharedStorage(WorkFiles files, KafkaTopics topics) {
    /// Network file systems show a new file to other machines after a while; NFS by default within a minute.
    private static final int PATIENCE_SECONDS = 90;

    /// How far a partition has come.
    ///
    /// @throws UserError where others have come further than can be seen here
    PartitionStanding standing(StageName stage, int partition) throws InterruptedException {
        PartitionStanding standing = seen(stage, partition);
        for (int waited = 0; standing.end() < committed(stage, partition); waited++) {
            if (waited == PATIENCE_SECONDS) {
                throw new UserError(
                        "Another worker has published partition %d of %s up to message %d, and %s shows it up to %d only; give all workers the same storage with --data."
                                .formatted(
                                        partition,
                                        stage.queue(),
                                        committed(stage, partition),
                                        files.store(),
                                        standing.end()));
            }
            TimeUnit.SECONDS.sleep(1);
            standing = seen(stage, partition);
        }
        return standing;
    }

    private PartitionStanding seen(StageName stage, int partition) {
        return Published.of(files, stage.table()).standing(partition);
    }

    private long committed(StageName stage, int partition) throws InterruptedException {
        return topics.awaitCommitted(stage.queue())[partition];
    }
}
