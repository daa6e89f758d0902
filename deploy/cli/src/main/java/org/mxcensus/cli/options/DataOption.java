package org.mxcensus.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.s3.S3Location;
import org.mxcensus.datasets.store.s3.S3Store;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the dataset lies: in a directory, or in object storage.
public final class DataOption {
    /// So old may be what a dashboard shows of object storage.
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

    @Option(
            names = "--data",
            converter = Place.class,
            paramLabel = "DIR",
            description = "The directory of the dataset, or s3://bucket/prefix (default: ${DEFAULT-VALUE}).")
    private String place = "data";

    @Mixin
    private final ObjectStorageOptions objects = new ObjectStorageOptions();

    /// As it was given.
    public String place() {
        return place;
    }

    /// The store, made where it does not exist.
    ///
    /// @throws UserError where it cannot be written
    public Store open() {
        return S3Location.isMeant(place) ? objects.open(place) : new DirectoryStore(Path.of(place));
    }

    /// The store of crawls that were made before.
    ///
    /// @throws UserError where there is none
    public Store openExisting() {
        return S3Location.isMeant(place) ? existingObjects() : existingDirectory();
    }

    /// The same for whoever shows it to people, and asks for the same again and again.
    ///
    /// @throws UserError where there is none
    public Store openToShow(Clock clock) {
        return S3Location.isMeant(place) ? existingObjects().shownWithin(SHOWN_WITHIN, clock) : existingDirectory();
    }

    private static void requireForm(String text) {
        if (S3Location.isMeant(text)) {
            S3Location.of(text);
        }
    }

    private S3Store existingObjects() {
        S3Store store = objects.open(place);
        if (store.isEmpty()) {
            throw new UserError(
                    "There is nothing in %s; name the dataset's place with --data, or make one with `mxcensus crawl`."
                            .formatted(store));
        }
        return store;
    }

    private Store existingDirectory() {
        if (!Files.isDirectory(Path.of(place))) {
            throw new UserError(
                    "There is no directory %s; name the dataset's with --data, or make one with `mxcensus crawl` or `mxcensus demo`."
                            .formatted(place));
        }
        return new DirectoryStore(Path.of(place));
    }

    private static final class Place extends Form {
        private Place() {
            super(DataOption::requireForm);
        }
    }
}
