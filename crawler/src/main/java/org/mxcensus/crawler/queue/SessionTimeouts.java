package org.mxcensus.crawler.queue;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the coordinator of a group tells that a worker is gone.
///
/// @param session a worker that was not heard of for so long loses its partitions
/// @param heartbeat how often a worker speaks up
public record SessionTimeouts(Duration session, Duration heartbeat) {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTimeouts.class);

    /// What Kafka does where nobody has said otherwise.
    static final SessionTimeouts OF_KAFKA = new SessionTimeouts(Duration.ofSeconds(45), Duration.ofSeconds(5));

    public SessionTimeouts {
        if (heartbeat.isZero() || heartbeat.isNegative() || session.compareTo(heartbeat.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "no lease fits between heartbeats of %s and a session of %s".formatted(heartbeat, session));
        }
    }

    /// From the settings of the group.
    static SessionTimeouts of(Map<String, String> group) {
        String session = group.get("consumer.session.timeout.ms");
        String heartbeat = group.get("consumer.heartbeat.interval.ms");
        if (session == null || heartbeat == null) {
            LOG.warn("the broker does not tell its session timeout; {} is assumed, as Kafka has it", OF_KAFKA.session);
            return OF_KAFKA;
        }
        return new SessionTimeouts(
                Duration.ofMillis(Long.parseLong(session)), Duration.ofMillis(Long.parseLong(heartbeat)));
    }
}
