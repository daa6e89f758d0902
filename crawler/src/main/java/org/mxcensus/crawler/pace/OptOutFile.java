package org.mxcensus.crawler.pace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A list in a file that may be edited while it is in use. Whoever asks for the list sees to it that it is not
/// older than a few seconds; there is no thread and nobody to be told. A version that cannot be used changes
/// nothing, and is warned of once.
public final class OptOutFile implements OptOutSource {
    private static final Logger LOG = LoggerFactory.getLogger(OptOutFile.class);
    /// So fast a new entry takes effect. The file is read each time: lists are small, and neither its time nor its
    /// size tell whether it has changed.
    static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Path file;
    private final RoutingTable routes;
    private final Refresh refresh;
    private volatile OptOut list;
    private byte[] read;

    private OptOutFile(Path file, RoutingTable routes, Ticker ticker) {
        this.file = file;
        this.routes = routes;
        this.read = bytes(file);
        this.list = parse(read).with(routes);
        this.refresh = new Refresh(LOOK_EVERY, ticker);
        list.warnOfUnenforced(file.toString());
    }

    /// @param routes which addresses the AS numbers on the list stand for
    /// @throws UserError where the file cannot be read, or a line is no entry: a list that is only half understood
    ///     protects nobody
    public static OptOutFile open(Path file, RoutingTable routes, Ticker ticker) {
        return new OptOutFile(file, routes, ticker);
    }

    @Override
    public OptOut current() {
        refresh.ifDue(this::look);
        return list;
    }

    private void look() {
        try {
            byte[] now = bytes(file);
            if (!Arrays.equals(now, read)) {
                read = now;
                list = parse(now).with(routes);
                list.warnOfUnenforced(file.toString());
                LOG.info(
                        "The opt-out list {} has been read again: {} entries.",
                        file,
                        list.entries().size());
            }
        } catch (UserError e) {
            // A file that is away has no bytes; should it come back, it is read whatever it holds.
            boolean told = read.length == 0;
            read = e.getCause() == null ? read : new byte[0];
            if (!told) {
                LOG.warn("{} Until then, the list that was read before stays in force.", e.getMessage());
            }
        }
    }

    private OptOut parse(byte[] bytes) {
        return OptOut.parse(new String(bytes, StandardCharsets.UTF_8).lines().toList(), file.toString());
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (IOException e) {
            throw new UserError("The opt-out list " + file + " cannot be read; name a UTF-8 text file.", e);
        }
    }
}
