package org.mxcensus.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A server program that runs in the foreground until the test ends.
public final class Daemon implements AutoCloseable {

    /// A busy machine is no reason to give up.
    private static final long START_SECONDS = 60;

    /// Somebody else may take an address between its choice and its use.
    private static final int STARTS = 3;

    private final Process process;
    private final InetSocketAddress address;

    private Daemon(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the program and waits until it accepts connections at ports of 127.0.0.1.
    ///
    /// @param log takes what it prints
    /// @throws IllegalStateException if it ends instead, with what it printed
    public static Daemon start(Path log, List<Integer> ports, List<String> command) {
        return startAt(
                log,
                ports.stream()
                        .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .toList(),
                command);
    }

    /// The same at other addresses of this machine, or of a network of its own.
    public static Daemon startAt(Path log, List<InetSocketAddress> addresses, List<String> command) {
        return start(
                log, addresses.getFirst(), command, () -> addresses.stream().allMatch(Daemon::listens));
    }

    /// Starts the program at a loopback address and a port that nobody else has, and again at others where they
    /// turn out to be taken.
    ///
    /// @param command makes its command line, and its configuration, for the address that it is to listen at
    /// @param ready whether it serves at that address
    /// @throws IllegalStateException if it ends each time, with what it printed
    public static Daemon atAFreeAddress(
            Path log, Function<InetSocketAddress, List<String>> command, Predicate<InetSocketAddress> ready) {
        return atAFree(Daemon::anyLoopback, log, command, ready);
    }

    /// The same at a free port of 127.0.0.1, for programs that see no other address of the loopback interface.
    public static Daemon atAFreePort(
            Path log, Function<InetSocketAddress, List<String>> command, Predicate<InetSocketAddress> ready) {
        return atAFree(InetAddress::getLoopbackAddress, log, command, ready);
    }

    private static Daemon atAFree(
            Supplier<InetAddress> ip,
            Path log,
            Function<InetSocketAddress, List<String>> command,
            Predicate<InetSocketAddress> ready) {
        for (int start = 1; ; start++) {
            InetSocketAddress address = free(ip);
            try {
                return start(log, address, command.apply(address), () -> ready.test(address));
            } catch (IllegalStateException ended) {
                if (start == STARTS) {
                    throw ended;
                }
            }
        }
    }

    private static Daemon start(Path log, InetSocketAddress address, List<String> command, BooleanSupplier ready) {
        try {
            Daemon daemon = new Daemon(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    address);
            daemon.await(ready, command.getFirst(), log);
            return daemon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier ready, String program, Path log) throws IOException {
        boolean served = false;
        try {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
            while (!(served = process.isAlive() && ready.getAsBoolean())) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(program + " ended: " + Files.readString(log));
                }
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException(program + " does not serve: " + Files.readString(log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " started", e);
        } finally {
            if (!served) {
                close();
            }
        }
    }

    private static boolean listens(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// A port that was free a moment ago.
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of four million addresses: two tests do not meet.
    private static InetAddress anyLoopback() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] ip = {127, (byte) random.nextInt(64, 128), (byte) random.nextInt(256), (byte) random.nextInt(1, 255)};
        try {
            return InetAddress.getByAddress(ip);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /// A port free for TCP and UDP, below those that the system gives to whoever asks for any (RFC 6335 §6 leaves
    /// 49152 and up for that, Linux 32768 and up).
    private static InetSocketAddress free(Supplier<InetAddress> ip) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_240, 32_768);
            try (ServerSocket tcp = new ServerSocket(port, 1, ip.get());
                    DatagramSocket _ = new DatagramSocket(port, tcp.getInetAddress())) {
                return new InetSocketAddress(tcp.getInetAddress(), port);
            } catch (IOException taken) {
                // Another, then.
            }
        }
    }

    /// Where it serves.
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        // Some programs leave the work to a child, which would outlive them.
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(Daemon::end);
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        handle.onExit()
                .completeOnTimeout(handle, 20, TimeUnit.SECONDS)
                .thenAccept(ProcessHandle::destroyForcibly)
                .join();
    }
}
