package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    private final List<InetSocketAddress> tried = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void itRunsUntilItIsClosed() {
        Daemon daemon = Daemon.atAFreeAddress(
                folder.resolve("log"),
                address -> shell("echo $$; exec sleep 600"),
                address -> printed().matches("\\d+\\n"));
        long pid = Long.parseLong(printed().strip());
        assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);
        assertThat(daemon.address().getAddress().isLoopbackAddress()).isTrue();

        daemon.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void whereItEndsAtOnceItIsTriedElsewhereAndThenTold() {
        assertThatThrownBy(() -> Daemon.atAFreeAddress(
                        folder.resolve("log"),
                        address -> {
                            tried.add(address);
                            return shell("echo the address is taken; exit 1");
                        },
                        address -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the address is taken");
        assertThat(tried).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void somePrefer127001() {
        try (Daemon daemon =
                Daemon.atAFreePort(folder.resolve("log"), address -> shell("exec sleep 600"), address -> true)) {
            assertThat(daemon.address().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    private String printed() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
