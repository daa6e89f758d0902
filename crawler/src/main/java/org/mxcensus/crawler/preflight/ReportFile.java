package org.mxcensus.crawler.preflight;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.datasets.store.Checksums;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// The latest report of a dataset: `preflight.json`.
///
/// @param store the dataset
public record ReportFile(Store store) {
    private static final String NAME = "preflight.json";

    /// Replaces what was there, wholly or not at all.
    public void write(Report report) {
        store.publish(json(report), NAME);
    }

    /// @throws UserError where it cannot be read
    public Optional<Report> find() {
        if (!store.exists(NAME)) {
            return Optional.empty();
        }
        Path file = store.local(NAME);
        try {
            return Optional.of(Manifests.JSON.readValue(Files.readAllBytes(file), Report.class));
        } catch (JacksonException e) {
            throw new UserError(
                    "The report %s is damaged (%s); run `mxcensus preflight` again to write it anew."
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What tells this report from any other, in hexadecimal.
    public String sha256() {
        return Checksums.sha256(store.local(NAME));
    }

    /// The report as it stands in the file.
    public static byte[] json(Report report) {
        try {
            return Manifests.JSON.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }
}
