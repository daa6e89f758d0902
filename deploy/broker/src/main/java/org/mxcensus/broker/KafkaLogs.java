package org.mxcensus.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Kafka reports each step of its life, thousands of lines for a start; of use are its warnings.
final class KafkaLogs {
    private static final List<String> NAMES = List.of("kafka", "org.apache.kafka", "state.change.logger");

    private KafkaLogs() {}

    /// Leaves alone what somebody has set a level for.
    static void quieten() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            NAMES.forEach(name -> level(context, name, Level.WARN));
            // Warns at each start that it starts.
            level(context, "org.apache.kafka.controller.QuorumController", Level.ERROR);
        }
    }

    private static void level(LoggerContext context, String name, Level level) {
        Logger logger = context.getLogger(name);
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }
}
