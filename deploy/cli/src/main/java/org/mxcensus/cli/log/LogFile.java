package org.mxcensus.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// The log of one run: details into a file, appended to what earlier runs wrote there.
public final class LogFile implements AutoCloseable {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level [%thread] %logger{30}: %m%n";

    private final Path file;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

    private LogFile(Path file) {
        this.file = file;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        root().addAppender(appender);
        bugs().addAppender(appender);
        bugs().setAdditive(false);
        quieten(root());
    }

    /// Begins to write to `mxcensus.log` in a directory that exists and can be written.
    public static LogFile in(Path directory) {
        return new LogFile(directory.resolve("mxcensus.log").toAbsolutePath());
    }

    /// Where it lies.
    public Path file() {
        return file;
    }

    /// Writes a bug with its stack trace, here and nowhere else.
    public void record(Throwable bug) {
        bugs().error("This run ended by a bug.", bug);
    }

    @Override
    public void close() {
        root().detachAppender(appender);
        bugs().detachAppender(appender);
        appender.stop();
    }

    /// What libraries report of their own lives is of no use to those who read this log.
    private static void quieten(Logger root) {
        root.setLevel(Level.INFO);
        for (String library : new String[] {"io.netty", "org.eclipse.jetty", "io.javalin", "org.apache", "org.xbill"}) {
            root.getLoggerContext().getLogger(library).setLevel(Level.WARN);
        }
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger bugs() {
        return logger("bugs");
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }
}
