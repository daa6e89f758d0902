package org.mxcensus.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Unpacks Debian packages once a machine, below the folder for temporary files; as root only, as whoever is not could
/// not run them there.
final class AptUnpacker implements RealServer.Unpacker {

    private final Path cache;

    AptUnpacker() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "mxcensus-debian"));
    }

    /// @param cache the folder for what is unpacked; nobody else may write there
    AptUnpacker(Path cache) {
        this.cache = cache;
    }

    @Override
    public Optional<Path> unpack(String release, List<String> packages) {
        Path folder = cache.resolve(release).resolve(String.join("+", packages));
        if (!Files.exists(folder) && AptGet.isAtHand()) {
            AptGet.alone(() -> {
                if (!Files.exists(folder)) {
                    fill(folder, release, packages);
                }
            });
        }
        return Optional.of(folder).filter(Files::isDirectory).filter(there -> isOurs());
    }

    private void fill(Path folder, String release, List<String> packages) throws IOException, InterruptedException {
        if (!Files.exists(cache)) {
            Files.createDirectory(
                    cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path script = script(Files.createDirectories(cache.resolve(release)));
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-eu", script.toString(), folder.toString(), release));
        command.addAll(packages);
        AptGet.run(command);
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("unpack.sh");
        try (InputStream text = Objects.requireNonNull(AptUnpacker.class.getResourceAsStream("unpack.sh"))) {
            Files.write(script, text.readAllBytes());
        }
        return script;
    }

    /// Anybody may make a folder among the temporary ones; only what root made is run as root.
    private boolean isOurs() {
        try {
            return Files.getOwner(cache).getName().equals(System.getProperty("user.name"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
