package org.mxcensus.crawler.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;
import org.opentest4j.TestAbortedException;

/// Real mail servers, each in every setup that it can have, and our probe.
final class Panel implements AutoCloseable {

    private final Map<Software, Daemon> daemons = new EnumMap<>(Software.class);
    private final Prober prober = new Prober();
    private final OpensslClient openssl;

    private Panel(OpensslClient openssl) {
        this.openssl = openssl;
    }

    /// Starts them, all at once.
    static Panel start(Path folder) throws InterruptedException {
        Panel panel = new Panel(new OpensslClient(RealServer.unpack(folder.resolve("openssl"), "trixie", "openssl")
                .command("/usr/bin/openssl")));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Servers' own users come by here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Map<Software, Future<Daemon>> starting = new EnumMap<>(Software.class);
            for (Software one : Software.values()) {
                Path own = Files.createDirectory(folder.resolve(one.toString()));
                starting.put(one, threads.submit(() -> one.in(own).start()));
            }
            panel.gather(starting);
            return panel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What did start is ended where another did not.
    private void gather(Map<Software, Future<Daemon>> starting) throws InterruptedException {
        RuntimeException failure = null;
        for (Map.Entry<Software, Future<Daemon>> one : starting.entrySet()) {
            try {
                daemons.put(one.getKey(), one.getValue().get());
            } catch (ExecutionException e) {
                RuntimeException next = e.getCause() instanceof TestAbortedException aborted
                        ? aborted
                        : new IllegalStateException(one.getKey() + " does not start", e.getCause());
                if (failure != null) {
                    next.addSuppressed(failure);
                }
                failure = next;
            }
        }
        if (failure != null) {
            close();
            throw failure;
        }
    }

    /// Every server in every setup that it can have, by the will of the test.
    static Stream<Arguments> servers(Predicate<Setup> wanted) {
        return Stream.of(Software.values())
                .flatMap(software ->
                        software.setups().stream().sorted().filter(wanted).map(setup -> Arguments.of(software, setup)));
    }

    InetSocketAddress at(Software software, Setup setup) {
        return MailServer.at(daemons.get(software).address(), setup);
    }

    /// OpenSSL of Debian 13, which knows the groups that we know.
    OpensslClient openssl() {
        return openssl;
    }

    SmtpObservation probe(Software software, Setup setup) throws InterruptedException {
        return prober.probe(at(software, setup));
    }

    @Override
    public void close() {
        daemons.values().forEach(Daemon::close);
        prober.close();
    }
}
