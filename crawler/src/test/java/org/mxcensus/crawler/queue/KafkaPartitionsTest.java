package org.mxcensus.crawler.queue;

import org.mxcensus.crawler.queue.KafkaQueueTest.KafkaQueue;

/// A queue in Kafka of several partitions.
class KafkaPartitionsTest extends QueueContract {

    @Override
    Queue open() throws InterruptedException {
        return new KafkaQueue(3);
    }
}
