package org.mxcensus.crawler.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Limit;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.tls.OpenFiles;
import org.mxcensus.crawler.tls.SlowServers;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;

/// A process that calls at many servers that keep it waiting, and says how much memory it has: a line before it
/// begins, and one for each line that it is sent. It goes on for ever.
final class ManyConnections {

    private ManyConnections() {}

    /// @param words first byte of the addresses behind 127, port, count
    public static void main(String[] words) throws Exception {
        int first = Integer.parseInt(words[0]);
        int port = Integer.parseInt(words[1]);
        int count = Integer.parseInt(words[2]);
        OpenFiles.require(count);
        Transport transport = Transport.open(2);
        SmtpProbe probe = new SmtpProbe(transport, TlsClient.open(), gate(count), patient(port), Clock.systemUTC());
        say(0);
        CountDownLatch ended = new CountDownLatch(1);
        for (int i = 0; i < count; i++) {
            String ip = SlowServers.fourInANetwork(first, i);
            String host = "mx" + i + ".d" + i + ".example";
            Thread.ofVirtual().start(() -> {
                try {
                    probe.probe(SmtpTarget.of(ip, host, host, false));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // All wait for ever: whoever comes back has failed.
                ended.countDown();
            });
        }
        while (System.in.read() >= 0) {
            say(ended.getCount() == 0 ? -1 : count);
        }
    }

    /// The usual limits, but for the number of all.
    private static Gate gate(int count) {
        Limit network = PaceLimits.NORMAL.network();
        PaceLimits limits = new PaceLimits(1, network.atOnce(), count, network.apart());
        return new Gate(new Guard(true), OptOut.NOBODY, new Pace(limits));
    }

    private static SmtpConfig patient(int port) {
        Duration day = Duration.ofDays(1);
        return SmtpConfig.evenly("probe.mxcensus.test", port, day, day);
    }

    private static void say(int connections) throws IOException {
        long kilobytes = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        System.out.println(connections + " " + kilobytes);
    }
}
