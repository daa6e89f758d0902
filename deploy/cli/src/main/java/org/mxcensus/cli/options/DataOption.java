package org.mxcensus.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Where the dataset lies.
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The directory of the dataset (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("data");

    public Path directory() {
        return directory;
    }

    /// The store, made where it does not exist.
    ///
    /// @throws UserError where it cannot be written
    public DirectoryStore open() {
        return new DirectoryStore(directory);
    }

    /// The store of crawls that were made before.
    ///
    /// @throws UserError where there is no such directory
    public DirectoryStore openExisting() {
        if (!Files.isDirectory(directory)) {
            throw new UserError(
                    "There is no directory %s; name the dataset's with --data, or make one with `mxcensus crawl` or `mxcensus demo`."
                            .formatted(directory));
        }
        return new DirectoryStore(directory);
    }
}
