package org.mxcensus.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mxcensus.cli.log.LogFile;
import org.mxcensus.cli.terminal.Terminal;

/// One run of the command: what it writes to, the time, and its log.
public final class Session implements AutoCloseable {
    private final Terminal terminal;
    private final Clock clock;
    private Optional<LogFile> log = Optional.empty();

    public Session(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Clock clock() {
        return clock;
    }

    /// From now on details go to `mxcensus.log` in this directory, which exists and can be written.
    public void logInto(Path directory) {
        close();
        log = Optional.of(LogFile.in(directory));
    }

    /// The log of this run; one in the system's temporary directory where the command has no directory of its own.
    LogFile log() {
        if (log.isEmpty()) {
            log = Optional.of(LogFile.in(Path.of(System.getProperty("java.io.tmpdir"))));
        }
        return log.get();
    }

    @Override
    public void close() {
        log.ifPresent(LogFile::close);
        log = Optional.empty();
    }
}
