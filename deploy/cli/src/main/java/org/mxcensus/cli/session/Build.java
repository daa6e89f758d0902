package org.mxcensus.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which program this is, as the build wrote it down.
///
/// @param version such as `0.1.0`
/// @param commit the abbreviated hash of the commit it was built from, with `+` behind it where files were changed
/// since;
///     `unknown` where there was no git to ask
public record Build(String version, String commit) {

    /// The running program.
    public static Build current() {
        try (InputStream written = Build.class.getResourceAsStream("build.properties")) {
            if (written == null) {
                throw new IllegalStateException("build.properties is missing beside " + Build.class.getName());
            }
            Properties properties = new Properties();
            properties.load(written);
            return new Build(properties.getProperty("version"), properties.getProperty("commit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For a person: `0.1.0 (1f3c2ab)`.
    @Override
    public String toString() {
        return version + " (" + commit + ")";
    }
}
