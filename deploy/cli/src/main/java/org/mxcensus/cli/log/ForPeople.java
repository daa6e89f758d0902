package org.mxcensus.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Lets through what a person at a terminal can do something about: warnings of our own, errors of others. Kafka's
/// clients warn of every turn that a cluster takes, and take it themselves; the log file has it all.
public final class ForPeople extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        Level least = event.getLoggerName().startsWith("org.apache.kafka") ? Level.ERROR : Level.WARN;
        return event.getLevel().isGreaterOrEqual(least) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
