package org.mxcensus.crawler.tls;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.mxcensus.datasets.store.UserError;

/// Files that this process may have open at once. Each connection is one.
public final class OpenFiles {

    /// What a process has open beside its mail servers: jars, its tables, resolvers, and a thousand policy hosts.
    private static final int BESIDE = 1_500;

    private OpenFiles() {}

    /// @param connections how many may be open at once
    /// @return why that is more than this machine lets the process have, and what to do; empty where all is well,
    ///     or where the machine does not tell
    public static Optional<String> shortage(long connections) {
        return shortage(connections, limit());
    }

    static Optional<String> shortage(long connections, long limit) {
        long needed = connections + BESIDE;
        return limit >= needed
                ? Optional.empty()
                : Optional.of(("%,d connections at once need %,d open files, and this process may have %,d; raise the"
                                + " limit (`ulimit -n %d`, in systemd LimitNOFILE) or have fewer at once.")
                        .formatted(connections, needed, limit, needed));
    }

    /// @throws UserError where there is a shortage
    public static void require(long connections) {
        shortage(connections).ifPresent(why -> {
            throw new UserError(why);
        });
    }

    /// The JVM has raised it as far as it may by the time that it can be asked.
    private static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
