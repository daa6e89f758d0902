package org.mxcensus.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The log of one run: details into a file, appended to what earlier runs wrote there.
public final class LogFile implements AutoCloseable {
    private final Path file;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final Optional<JsonConsole> console;

    private LogFile(Path file, LogFormat format) {
        this.file = file;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Encoder<ILoggingEvent> encoder = format.encoder();
        encoder.setContext(context);
        encoder.start();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        root().addAppender(appender);
        console = switch (format) {
            case TEXT -> Optional.empty();
            case JSON -> Optional.of(JsonConsole.inPlaceOfWarnings(root()));
        };
        bugs().addAppender(appender);
        bugs().setAdditive(false);
        quieten(root());
    }

    /// Begins to write to `mxcensus.log` in a directory that exists and can be written.
    public static LogFile in(Path directory, LogFormat format) {
        return new LogFile(directory.resolve("mxcensus.log").toAbsolutePath(), format);
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
        console.ifPresent(JsonConsole::close);
        root().detachAppender(appender);
        bugs().detachAppender(appender);
        appender.stop();
    }

    /// What libraries report of their own lives is of no use to those who read this log.
    private static void quieten(Logger root) {
        root.setLevel(Level.INFO);
        for (String library : new String[] {
            "io.netty", "org.eclipse.jetty", "io.javalin", "org.apache", "org.xbill", "software.amazon"
        }) {
            root.getLoggerContext().getLogger(library).setLevel(Level.WARN);
        }
        // It warns, with a stack trace, of answers that broke off, which are asked for again.
        root.getLoggerContext().getLogger("software.amazon.awssdk.protocols").setLevel(Level.ERROR);
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
