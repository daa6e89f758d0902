package org.mxcensus.crawler.smtp;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.tls.OpenFiles;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.store.UserError;

/// Calls at one mail server as often as it answers, as a crawl does: the whole dialogue from the connection to QUIT,
/// the row of the table made of it, and each certificate of the chain digested and parsed. Measures what that takes.
public final class ProbeLoad {

    /// Once a second, this is half an hour.
    private static final int MOST_AT_OWN_SERVER = 2_000;

    private final SmtpProbe probe;
    private final SmtpTarget target;
    private final InetSocketAddress server;
    private final Extent extent;

    /// Whom to call at.
    ///
    /// @param server its address and port
    /// @param name what to send as SNI; empty for nothing
    /// @param allowReserved leave to call at loopback and private addresses
    /// @param own that the server is the caller's, who may then call at it over the internet, if only at the pace
    ///     that a stranger would have
    public record Aim(InetSocketAddress server, String name, boolean allowReserved, boolean own) {

        /// @throws UserError where this server must not be called at, or not so much
        public void requireLeave(Extent extent) {
            String ip = server.getAddress().getHostAddress();
            if (isReserved() && !allowReserved) {
                throw new UserError(("%s is a loopback, private or reserved address; say --allow-reserved if a server"
                                + " of your own is to be measured there.")
                        .formatted(ip));
            }
            if (!isReserved() && !own) {
                throw new UserError(("%s is an address of the public internet, and a benchmark is no way to call at"
                                + " others; measure a server on loopback, or say --own-server if this one is yours.")
                        .formatted(ip));
            }
            if (!isReserved() && extent.probes() + extent.warmUp() > MOST_AT_OWN_SERVER) {
                throw new UserError(("Over the internet a server is called at once a second, %,d times at most with"
                                + " those to warm up; give smaller numbers with --count and --warm-up.")
                        .formatted(MOST_AT_OWN_SERVER));
            }
            OpenFiles.require(extent.atOnce());
        }

        private boolean isReserved() {
            return new Guard(false).refusal(server.getAddress()).isPresent();
        }
    }

    /// How much of it.
    ///
    /// @param probes how many are measured
    /// @param atOnce how many are under way at a time
    /// @param warmUp how many go before and are not counted: a JVM is fast when it has seen what it is to do
    public record Extent(long probes, int atOnce, long warmUp) {
        public Extent {
            positive("--count", probes);
            positive("--concurrency", atOnce);
            if (warmUp < 0) {
                throw new UserError("--warm-up is %d; give a number from 0.".formatted(warmUp));
            }
        }

        private static void positive(String option, long number) {
            if (number < 1) {
                throw new UserError("%s is %d; give a number from 1.".formatted(option, number));
            }
        }
    }

    /// @param probes how many were measured
    /// @param outcomes what became of them; nothing that never happened
    /// @param seconds from the first to the last
    /// @param cpuMicros CPU time of this process per probe, all its threads and native code included
    public record Result(long probes, Map<SmtpStatus, Long> outcomes, double seconds, double cpuMicros) {
        public Result {
            outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
        }

        public double perSecond() {
            return probes / seconds;
        }
    }

    /// @param config how to introduce ourselves, and how long to wait; its port is not used
    /// @throws UserError where this server must not be called at, or not so much
    public ProbeLoad(Transport transport, TlsClient tls, Aim aim, SmtpConfig config, Extent extent, Clock clock) {
        this.server = aim.server();
        this.extent = extent;
        InetAddress address = server.getAddress();
        aim.requireLeave(extent);
        PaceLimits limits = aim.isReserved()
                ? new PaceLimits(extent.atOnce(), extent.atOnce(), extent.atOnce(), Duration.ZERO)
                : PaceLimits.GENTLE;
        Gate gate = new Gate(new Guard(aim.allowReserved()), OptOut.NOBODY, new Pace(limits));
        this.probe = new SmtpProbe(transport, tls, gate, config.withPort(server.getPort()), clock);
        this.target = SmtpTarget.of(address.getHostAddress(), aim.name(), aim.name(), false);
    }

    /// Calls once, to see whether anybody is there, and warms up.
    ///
    /// @throws UserError where nobody takes the connection
    /// @throws InterruptedException where this thread is interrupted; what is under way ends
    public void begin() throws InterruptedException {
        if (look() == SmtpStatus.NOT_CONNECTED) {
            throw new UserError("Nobody answers at %s port %d; give the server to measure with --target HOST:PORT."
                    .formatted(target.ip(), server.getPort()));
        }
        if (extent.warmUp() > 0) {
            call(extent.warmUp());
        }
    }

    /// Measures as many probes as the extent says; may be repeated.
    ///
    /// @throws InterruptedException where this thread is interrupted; what is under way ends
    public Result measure() throws InterruptedException {
        return call(extent.probes());
    }

    private Result call(long probes) throws InterruptedException {
        AtomicLong begun = new AtomicLong();
        AtomicLongArray counts = new AtomicLongArray(SmtpStatus.values().length);
        long cpu = cpuNanos();
        long began = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(extent.atOnce(), probes); i++) {
                callers.add(Thread.ofVirtual().start(() -> callOn(begun, probes, counts)));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        } finally {
            callers.forEach(Thread::interrupt);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(probes, counted(counts), seconds, (cpuNanos() - cpu) / 1e3 / probes);
    }

    private void callOn(AtomicLong begun, long probes, AtomicLongArray counts) {
        try {
            while (begun.getAndIncrement() < probes) {
                counts.incrementAndGet(look().ordinal());
            }
        } catch (InterruptedException stopped) {
            // Whoever waits for this thread is interrupted himself.
        }
    }

    /// One probe and what a crawl makes of it. Each chain is parsed, as if no other call had shown it.
    private SmtpStatus look() throws InterruptedException {
        SmtpResult result = probe.probe(target);
        SmtpRow row = SmtpMapping.toRow(RetryRule.NEVER.applied(result.observation()));
        result.certificates().forEach(CertificateMapping::toRow);
        return row.outcome();
    }

    private static Map<SmtpStatus, Long> counted(AtomicLongArray counts) {
        Map<SmtpStatus, Long> outcomes = new EnumMap<>(SmtpStatus.class);
        for (SmtpStatus status : SmtpStatus.values()) {
            long count = counts.get(status.ordinal());
            if (count > 0) {
                outcomes.put(status, count);
            }
        }
        return outcomes;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
