package org.mxcensus.cli.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.cli.log.LogFile;
import org.mxcensus.cli.log.LogFormat;
import org.mxcensus.cli.terminal.Terminal;

/// One run of the command: what it writes to, the time, and its log.
public final class Session implements AutoCloseable {
    private final Terminal terminal;
    private final Clock clock;
    private final Map<String, String> environment;
    private Optional<LogFile> log = Optional.empty();

    /// In an environment that sets nothing.
    public Session(Terminal terminal, Clock clock) {
        this(terminal, clock, Map.of());
    }

    /// @param environment of the process, which may hold settings
    public Session(Terminal terminal, Clock clock, Map<String, String> environment) {
        this.terminal = terminal;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    public Terminal terminal() {
        return terminal;
    }

    public Clock clock() {
        return clock;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /// From now on details go to `mxcensus.log` in this directory, which exists and can be written.
    public void logInto(Path directory) {
        logInto(directory, LogFormat.TEXT);
    }

    /// The same in another format.
    public void logInto(Path directory, LogFormat format) {
        close();
        log = Optional.of(LogFile.in(directory, format));
    }

    /// The log of this run; one in the system's temporary directory where the command has no directory of its own.
    public LogFile log() {
        if (log.isEmpty()) {
            log = Optional.of(LogFile.in(Path.of(System.getProperty("java.io.tmpdir")), LogFormat.TEXT));
        }
        return log.get();
    }

    @Override
    public void close() {
        log.ifPresent(LogFile::close);
        log = Optional.empty();
    }
}
