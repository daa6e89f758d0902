package org.mxcensus.cli.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Optional;

/// The whole log on standard error, where containers are read, in place of the warnings for people.
///
/// @param warnings what it stands in for; empty where there was nothing
record JsonConsole(
        AppenderAttachable<ILoggingEvent> root,
        Optional<Appender<ILoggingEvent>> warnings,
        ConsoleAppender<ILoggingEvent> json)
        implements AutoCloseable {
    private static final String WARNINGS = "console";

    static JsonConsole inPlaceOfWarnings(Logger root) {
        Optional<Appender<ILoggingEvent>> warnings = Optional.ofNullable(root.getAppender(WARNINGS));
        warnings.ifPresent(root::detachAppender);
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.start();
        ConsoleAppender<ILoggingEvent> json = new ConsoleAppender<>();
        json.setContext(root.getLoggerContext());
        json.setName("json");
        json.setTarget("System.err");
        json.setEncoder(encoder);
        json.start();
        root.addAppender(json);
        return new JsonConsole(root, warnings, json);
    }

    @Override
    public void close() {
        root.detachAppender(json);
        json.stop();
        warnings.ifPresent(root::addAppender);
    }
}
