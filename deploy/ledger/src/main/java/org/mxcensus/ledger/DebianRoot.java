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
        return taking(() -> {
            Files.createDirectories(Objects.requireNonNull(path(path).getParent()));
            Files.writeString(path(path), text);
        });
    }

    /// Writes a file that its owner alone may read.
    public DebianRoot secret(String path, String text) {
        write(path, text);
        return taking(() -> Files.setPosixFilePermissions(path(path), PosixFilePermissions.fromString("rw-------")));
    }

    /// Makes a folder.
    public DebianRoot folder(String path) {
        return taking(() -> Files.createDirectories(path(path)));
    }

    /// Makes a folder with these permissions, such as `rwx--x--x`.
    public DebianRoot folder(String path, String permissions) {
        folder(path);
        return taking(() -> Files.setPosixFilePermissions(path(path), PosixFilePermissions.fromString(permissions)));
    }

    /// Gives a file or folder to a user.
    ///
    /// @param user one of the users in order, from 0
    public DebianRoot give(int user, String path) {
        return taking(() -> {
            Files.setAttribute(path(path), "unix:uid", FIRST_USER + user);
            Files.setAttribute(path(path), "unix:gid", FIRST_USER + user);
        });
    }

    private interface Step {
        void take() throws IOException;
    }

    private DebianRoot taking(Step step) {
        try {
            step.take();
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
