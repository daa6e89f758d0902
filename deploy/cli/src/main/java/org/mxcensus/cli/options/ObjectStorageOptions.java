package org.mxcensus.cli.options;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.s3.S3Access;
import org.mxcensus.datasets.store.s3.S3Location;
import org.mxcensus.datasets.store.s3.S3Store;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// How object storage is reached. Credentials are no option: they come from the environment, as Amazon's tools take
/// them.
public final class ObjectStorageOptions {

    @Option(
            names = "--s3-endpoint",
            converter = Url.class,
            paramLabel = "URL",
            description = "Where object storage of others than Amazon answers, for --data s3://…")
    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--s3-path-style",
            description = "The bucket stands in the path of requests and not in the host's name, as much storage of"
                    + " others than Amazon wants it.")
    private boolean pathStyle;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where files of object storage are kept to be read, and logs (default: mxcensus in"
                    + " $XDG_CACHE_HOME or ~/.cache). It may be emptied while nothing runs.")
    private Optional<Path> cache = Optional.empty();

    /// @throws UserError where the text names no object storage, or nobody answers there
    S3Store open(String location) {
        return S3Store.open(
                S3Location.of(location),
                new S3Access(endpoint, pathStyle),
                cache.orElseGet(() -> caches().resolve("mxcensus")));
    }

    private static Path caches() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(named -> !named.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    }

    private static final class Url implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI url = new URI(text);
                if (url.getScheme() != null && url.getHost() != null) {
                    return url;
                }
            } catch (URISyntaxException _) {
                // Said below.
            }
            throw new UserError(
                    "--s3-endpoint is \"%s\"; give an address such as https://s3.example.org.".formatted(text));
        }
    }
}
