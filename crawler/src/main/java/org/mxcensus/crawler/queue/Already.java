package org.mxcensus.crawler.queue;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// What a log holds already of what is being sent.
interface Already {
    /// Whether the next record of its partition is there and must not be sent again.
    boolean holds(ProducerRecord<byte[], byte[]> next);

    /// The next record of its partition has been appended.
    void acknowledged(RecordMetadata where);

    /// The sender has nothing more to send.
    void sealed();

    /// Nothing that anybody counts: several send to the log, each its own.
    Already UNKNOWN = new Already() {
        @Override
        public boolean holds(ProducerRecord<byte[], byte[]> next) {
            return false;
        }

        @Override
        public void acknowledged(RecordMetadata where) {}

        @Override
        public void sealed() {}
    };
}
