package org.mxcensus.crawler.dns;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Puts questions to one server as fast as it answers, by the way that a crawl's questions go: each from a
/// virtual thread that waits for its answer and reads it. Measures what that takes.
public final class QueryLoad {
    private final InetSocketAddress server;
    private final List<Name> names;
    private final int type;
    private final int window;

    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final LatencyHistogram latencies = new LatencyHistogram();

    /// @param queries how many were put, each until it was answered or its time was over
    /// @param answered those with an answer that fits, whatever it says
    /// @param seconds from the first to the last
    /// @param qps answers a second
    /// @param cpuMicros CPU time of this process per query
    /// @param p50Millis what half of the queries took at most, waiting for their turn included
    /// @param p99Millis what 99 in a hundred took at most
    public record Result(
            long queries,
            long answered,
            long unanswered,
            double seconds,
            double qps,
            double cpuMicros,
            double p50Millis,
            double p99Millis) {}

    /// How long to go on. One of them ends it.
    ///
    /// @param queries so many; names are asked for again when all have been
    /// @param time so long
    public record Extent(long queries, Duration time) {}

    private QueryLoad(InetSocketAddress server, List<Name> names, int type, int window) {
        this.server = server;
        this.names = names;
        this.type = type;
        this.window = window;
    }

    /// @param names a file with a name in each line; what follows a name there is passed over
    /// @param type as `MX`
    /// @param window questions that wait for an answer at a time
    /// @throws UserError where one of these is of no use
    public static QueryLoad of(InetSocketAddress server, Path names, String type, int window) {
        return new QueryLoad(server, read(names), requireType(type), window);
    }

    /// @param type as `MX`
    /// @return its number
    /// @throws UserError where there is no such type
    public static int requireType(String type) {
        int number = Type.value(type.toUpperCase(Locale.ROOT));
        if (number < 0) {
            throw new UserError("\"%s\" is no type of DNS records; give one such as --type MX.".formatted(type));
        }
        return number;
    }

    /// How many names there are.
    public long names() {
        return names.size();
    }

    /// @throws UserError where the server does not answer, or cannot be asked
    /// @throws InterruptedException where this thread is interrupted; what is under way ends
    public Result run(Extent extent) throws InterruptedException {
        ResolverConfig config = new ResolverConfig(
                List.of(server),
                true,
                Optional.empty(),
                ResolverConfig.DEFAULT_TIMEOUT,
                ResolverConfig.DEFAULT_ATTEMPTS,
                window);
        try (NettyTransport wire = new NettyTransport(config, new EventLoops(), new SecureRandom())) {
            if (!wire.isThere()) {
                throw new UserError("The server %s does not answer; give another with --server HOST:PORT."
                        .formatted(Addresses.text(server)));
            }
            return measure(wire, extent);
        }
    }

    private Result measure(NettyTransport wire, Extent extent) throws InterruptedException {
        long cpu = cpuNanos();
        long began = System.nanoTime();
        long end = began + extent.time().toNanos();
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < Math.min(window, extent.queries()); i++) {
            asking.add(Thread.ofVirtual().start(() -> askOn(wire, extent.queries(), end)));
        }
        for (Thread thread : asking) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long queries = answered.get() + unanswered.get();
        return new Result(
                queries,
                answered.get(),
                unanswered.get(),
                seconds,
                answered.get() / seconds,
                (cpuNanos() - cpu) / 1e3 / queries,
                latencies.percentile(0.50) / 1e6,
                latencies.percentile(0.99) / 1e6);
    }

    private void askOn(NettyTransport wire, long queries, long end) {
        for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
            long number = taken.getAndIncrement();
            if (number >= queries) {
                return;
            }
            Question question = new Question(names.get((int) (number % names.size())), type);
            switch (wire.ask(question, new Tally())) {
                case Reply.Answered answer -> answered.incrementAndGet();
                case Reply.Failed failure -> unanswered.incrementAndGet();
            }
            latencies.add(System.nanoTime() - now);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<Name> read(Path file) {
        List<Name> names = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip().split("\\s", 2)[0];
                if (!text.isEmpty() && !text.startsWith("#")) {
                    names.add(name(text, file, number));
                }
            }
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file %s; give one with a name in each line.".formatted(file), e);
        } catch (CharacterCodingException e) {
            throw new UserError("%s is no text; give a file with a name in each line.".formatted(file), e);
        } catch (IOException e) {
            throw new UserError("%s cannot be read (%s).".formatted(file, UserError.why(e)), e);
        }
        if (names.isEmpty()) {
            throw new UserError("There is no name in %s; give a file with a name in each line.".formatted(file));
        }
        return names;
    }

    private static Name name(String text, Path file, int line) {
        return Names.parse(text)
                .orElseThrow(
                        () -> new UserError("Line %d of %s is no domain name: \"%s\".".formatted(line, file, text)));
    }
}
