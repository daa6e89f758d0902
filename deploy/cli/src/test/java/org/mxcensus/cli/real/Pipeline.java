package org.mxcensus.cli.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.cli.CrawlAlone;
import org.mxcensus.cli.JavaCommand;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.GeneratedWorld;
import org.mxcensus.lab.smtp.Share;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.Daemon;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// The first process of a network of its own: NSD and Unbound serve a generated world's names, this process and another
/// one its mail servers and policy hosts, and a process of its own crawls it.
public final class Pipeline {
    static final String REPORT = "pipeline.md";
    private static final String RECORDING = "pipeline.jfr";

    static final int SEED = 7;
    static final int SMTP_PORT = 25;
    private static final int MONTH = 6;
    private static final int CACHE_MEGABYTES = 256;
    /// One in so many is crawled beforehand, so that the measured crawl finds a warm JVM.
    private static final int WARM_UP = 10;

    /// The lab's resolver, of which nobody asks anything.
    private static final int LAB_PORT = 5353;

    private Pipeline() {}

    /// Arguments: a folder for all that is written, how many domains, a folder for the report.
    public static void main(String[] args) throws IOException, InterruptedException {
        OwnNetwork.dieWithWhoeverRunsUs();
        Path folder = Path.of(args[0]);
        Path reports = Path.of(args[2]);
        int wanted = Integer.parseInt(args[1]);
        GeneratedWorld generated = new GeneratedWorld(SEED, OneInEight.worldFor(wanted));
        World world = world(generated);
        List<String> all = OneInEight.of(world, generated.domains(), wanted);
        Path few = list(folder.resolve("warm.txt"), all.subList(0, all.size() / WARM_UP));
        Path list = list(folder.resolve("domains.txt"), all);
        LabOptions options = LabOptions.defaults()
                .withPorts(LAB_PORT, SMTP_PORT, 443)
                .withValidAt(Instant.now())
                .withShare(share(0));
        try (Lab lab = Lab.start(world, options);
                OtherHalf _ =
                        OtherHalf.start(generated.domains().size(), options.validAt(), folder.resolve("other.log"));
                Daemon _ = NameServer.NSD.start(
                        folder.resolve("nsd"), new TreeMap<>(lab.writeZones(folder.resolve("zones"))));
                Daemon _ = RealNames.unbound(folder.resolve("unbound"), lab.trustAnchor(), CACHE_MEGABYTES)) {
            awaitNames(all.getLast());
            Process crawler = crawler(folder, few, list, reports.resolve(RECORDING));
            Map<String, Long> spent;
            long nanos;
            try (BufferedReader said = crawler.inputReader(StandardCharsets.UTF_8)) {
                await(said, CrawlTwice.BEGUN);
                Map<String, Long> before = CpuTimes.byProgram(crawler.pid());
                long begun = System.nanoTime();
                await(said, CrawlTwice.ENDED);
                nanos = System.nanoTime() - begun;
                spent = CpuTimes.between(before, CpuTimes.byProgram(crawler.pid()));
            }
            crawler.waitFor();
            String shares = new PipelineReport(all.size(), nanos, spent).text()
                    + Profile.of(reports.resolve(RECORDING)).text();
            Files.writeString(reports.resolve(REPORT), shares);
        }
        System.exit(0);
    }

    static World world(GeneratedWorld generated) {
        return World.of(
                Stream.concat(generated.atMonth(MONTH).specs().stream(), Stream.of((Spec) NameServer.NSD.spec()))
                        .toList());
    }

    /// Which mail servers one of the two processes plays.
    static Share share(int half) {
        return new Share(half, 2);
    }

    private static Path list(Path file, List<String> names) throws IOException {
        return Files.write(file, names);
    }

    /// NSD listens before it has read all zones.
    private static void awaitNames(String domain) throws IOException, InterruptedException {
        SimpleResolver resolver = new SimpleResolver(OwnNetwork.RESOLVER);
        resolver.setTimeout(Duration.ofSeconds(1));
        Instant patience = Instant.now().plus(Duration.ofMinutes(5));
        while (!answers(resolver, domain)) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("nobody answers for " + domain);
            }
            Thread.sleep(1_000);
        }
    }

    private static boolean answers(SimpleResolver resolver, String domain) throws TextParseException {
        Lookup lookup = new Lookup(domain + ".", Type.SOA);
        lookup.setResolver(resolver);
        lookup.setCache(null);
        lookup.run();
        return lookup.getResult() == Lookup.SUCCESSFUL;
    }

    private static Process crawler(Path folder, Path few, Path all, Path recording) throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        List.of(
                                "-Xmx1g",
                                "-XX:StartFlightRecording:filename=" + recording
                                        + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=20ms,maxsize=2g"),
                        CrawlTwice.class,
                        List.of(
                                few.toString(),
                                all.toString(),
                                folder.resolve("data").toString())))
                .redirectError(folder.resolve("crawler.log").toFile())
                .start();
    }

    /// Reads what a process says up to a word.
    static void await(BufferedReader said, String word) throws IOException {
        for (String line = said.readLine(); !word.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("a process ended before it said " + word);
            }
        }
    }

    /// The crawler's process.
    static final class CrawlTwice {
        static final String BEGUN = "begun";
        static final String ENDED = "ended";

        private CrawlTwice() {}

        /// Arguments: a list to become warm with, the list that counts, the store.
        public static void main(String[] words) throws InterruptedException {
            var probes = CrawlAlone.probes("53", "25", "443");
            CrawlAlone.crawl(CrawlAlone.WARM, Path.of(words[0]), Path.of(words[2]), probes);
            System.out.println(BEGUN);
            CrawlAlone.crawl(CrawlAlone.MEASURED, Path.of(words[1]), Path.of(words[2]), probes);
            System.out.println(ENDED);
        }
    }
}
