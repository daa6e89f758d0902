package org.mxcensus.cli.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

/// How a log is written.
public enum LogFormat {
    /// For people: a line an event.
    TEXT,
    /// For programs that collect logs: a JSON object a line.
    JSON;

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level [%thread] %logger{30}: %m%n";

    Encoder<ILoggingEvent> encoder() {
        return switch (this) {
            case TEXT -> {
                PatternLayoutEncoder lines = new PatternLayoutEncoder();
                lines.setPattern(PATTERN);
                yield lines;
            }
            case JSON -> new JsonEncoder();
        };
    }
}
