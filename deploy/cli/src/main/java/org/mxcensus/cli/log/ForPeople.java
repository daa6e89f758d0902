package org.mxcensus.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Lets through what a person at a terminal can do something about: warnings of our own and of most libraries. Kafka's
/// clients report every turn that a cluster takes, and take it themselves; where they cannot, we say so. The log file
/// has it all.
public final class ForPeople extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN)
                        && !event.getLoggerName().startsWith("org.apache.kafka")
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
