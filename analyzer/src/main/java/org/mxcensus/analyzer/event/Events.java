package org.mxcensus.analyzer.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mxcensus.datasets.store.UserError;

/// Lists of events.
public final class Events {
    private static final String SHIPPED = "events.yaml";

    private Events() {}

    /// Those that come with the program, in the order of their days.
    public static List<DatedEvent> shipped() {
        try (InputStream in = Objects.requireNonNull(Events.class.getResourceAsStream(SHIPPED));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return EventsText.parse(SHIPPED, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those of a file, in the order of their days.
    ///
    /// @throws UserError where there is no such file, or at its first fault
    public static List<DatedEvent> of(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return EventsText.parse(file.toString(), text);
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file %s; give another with --events.".formatted(file), e);
        } catch (IOException e) {
            throw new UserError(
                    "The file %s cannot be read (%s); give another with --events, as UTF-8 text."
                            .formatted(file, UserError.why(e)),
                    e);
        }
    }
}
