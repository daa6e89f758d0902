package org.mxcensus.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A root file system of a test's own: programs of a Debian release, the libraries that they need, and little else. No
/// shell, no devices, and no user but root and those whom it is told of.
public final class DebianRoot {

    /// The first number given to a user; Debian gives these to nobody.
    private static final int FIRST_USER = 65_101;

    private final Path folder;

    private DebianRoot(Path folder) {
        this.folder = folder;
    }

    /// @param model is copied
    /// @param folder is not there yet
    static DebianRoot copy(Path model, Path folder) {
        try {
            Process copying = new ProcessBuilder("cp", "-a", "--reflink=auto", model.toString(), folder.toString())
                    .inheritIO()
                    .start();
            if (copying.waitFor() != 0) {
                throw new IllegalStateException("copying " + model + " to " + folder + " failed");
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while copying " + model, e);
        }
        DebianRoot root = new DebianRoot(folder);
        // Enough for programs that throw away what they print.
        root.write("/dev/null", "");
        return root;
    }

    /// Makes these users and their groups known; further groups may follow.
    public DebianRoot withUsers(String... names) {
        StringBuilder users = new StringBuilder("root:x:0:0::/:/bin/false\n");
        StringBuilder groups = new StringBuilder("root:x:0:\n");
        for (int i = 0; i < names.length; i++) {
            int number = FIRST_USER + i;
            users.append("%s:x:%d:%d::/:/bin/false\n".formatted(names[i], number, number));
            groups.append("%s:x:%d:\n".formatted(names[i], number));
        }
        write("/etc/passwd", users.toString());
        write("/etc/group", groups.toString());
        return this;
    }

    /// Writes a file.
    ///
    /// @param path as the programs there see it: it begins with a slash
    public DebianRoot write(String path, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(path(path).getParent()));
            Files.writeString(path(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a folder.
    ///
    /// @param path as the programs there see it
    /// @param owner one of the users in order, from 0
    public DebianRoot folderOfUser(int owner, String path) {
        return own(owner, Files::createDirectories, path);
    }

    /// Gives a file to a user, who alone may read it.
    public DebianRoot fileOfUser(int owner, String path) {
        return own(
                owner, file -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")), path);
    }

    private interface Step {
        void take(Path file) throws IOException;
    }

    private DebianRoot own(int owner, Step step, String path) {
        try {
            step.take(path(path));
            Files.setAttribute(path(path), "unix:uid", FIRST_USER + owner);
            Files.setAttribute(path(path), "unix:gid", FIRST_USER + owner);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return where a file of this root is for programs outside
    public Path path(String path) {
        return folder.resolve(path.substring(1));
    }

    /// @return the command line that runs a program here
    public List<String> command(String... programAndArguments) {
        return Stream.concat(Stream.of("chroot", folder.toString()), Stream.of(programAndArguments))
                .toList();
    }
}
