package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.lab.imported.ImportedWorlds;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// What a domain, a host, a row and a probe cost, for the inputs of a forecast that are measured. Each world differs
/// from the one before it in one thing, so that the difference is what that costs.
@Tag("endurance")
class CrawlCostsTest {
    private static final int DOMAINS = 10_000;
    private static final String SHARED = "127.9.1.";

    @TempDir
    Path folder;

    /// What a crawl of a world came to.
    ///
    /// @param cpuMs of the crawler
    /// @param queries put to the lab, by one of the two crawls
    /// @param connections to mail servers, likewise
    /// @param bytes of a row, by table
    private record Cost(long cpuMs, long wallMs, long queries, long connections, Map<String, Long> bytes) {}

    @Test
    void aDomainAHostARowAndAProbeHaveTheirPrices() throws Exception {
        Cost shared = crawl("shared", i -> List.of(), i -> "mx.shared.nl");
        Cost named = crawl("named", i -> List.of(refusing(i).withAddresses(SHARED + 1)), CrawlCostsTest::mx);
        Cost twice =
                crawl("twice", i -> List.of(refusing(i).withAddresses(SHARED + 1, SHARED + 2)), CrawlCostsTest::mx);
        Cost refused = crawl("refused", i -> List.of(refusing(i)), CrawlCostsTest::mx);
        Cost greeted = crawl("greeted", i -> List.of(host(i)), CrawlCostsTest::mx);

        assertThat(shared.connections()).isEqualTo(1);
        assertThat(greeted.connections()).isEqualTo(DOMAINS);
        say(
                "CPU of the crawler, in ms: a domain %.3f, a host %.3f, a row taken over %.3f, a refused probe %.3f, a probe %.3f",
                each(shared.cpuMs()),
                each(2 * named.cpuMs() - twice.cpuMs() - shared.cpuMs()),
                each(twice.cpuMs() - named.cpuMs()),
                each(refused.cpuMs() - named.cpuMs()),
                each(greeted.cpuMs() - named.cpuMs()));
        say("queries: a domain %.2f, a host %.2f", each(shared.queries()), each(named.queries() - shared.queries()));
        say("domains a second, of one host %.0f, of a host each %.0f", rate(shared), rate(greeted));
        for (Cost cost : List.of(shared, named, twice, refused, greeted)) {
            say("%s", cost);
        }
    }

    @Test
    void rowsOfRealDomainsHaveTheirSizes() throws Exception {
        String real = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(real != null, "MXCENSUS_REAL_DATA names no folder with lists of public bodies");
        Path[] lists;
        try (Stream<Path> files = Files.list(Path.of(real, "mx"))) {
            lists = files.sorted().toArray(Path[]::new);
        }
        try (TestLab lab = TestLab.start(ImportedWorlds.fromPublicBodies(lists), folder)) {
            run(lab, folder);
            Path data = folder.resolve("data");
            say(
                    "real names: %d domains, bytes of a row in the crawl's parts: %s",
                    lab.lab().world().domains().size(), bytes(data));
            long parts = total(data.resolve("work/crawl=" + CrawlAlone.MEASURED));
            CommandRun finish =
                    CommandRun.of("finish", "--data", data.toString(), "--crawl", CrawlAlone.MEASURED.toString());
            assertThat(finish.err()).isEmpty();
            long release = 0;
            for (Table<?> table : Table.OBSERVED) {
                release += total(data.resolve(table.name()));
            }
            say("parts %d bytes, release %d bytes: a share of %.2f", parts, release, (double) release / parts);
        }
    }

    private static long total(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(CrawlCostsTest::size)
                    .sum();
        }
    }

    private static double each(double all) {
        return all / DOMAINS;
    }

    private static double rate(Cost cost) {
        return DOMAINS * 1_000.0 / cost.wallMs();
    }

    private static void say(String form, Object... values) {
        System.out.println("costs: " + form.formatted(values));
    }

    private static String mx(int domain) {
        return "mail." + name(domain);
    }

    private static String name(int domain) {
        return "some-domain-%d.nl".formatted(domain);
    }

    private static HostSpec host(int domain) {
        return HostSpec.of(mx(domain));
    }

    private static HostSpec refusing(int domain) {
        return host(domain).withSmtp(SmtpBehaviour.REFUSED);
    }

    private Cost crawl(String what, IntFunction<List<HostSpec>> hosts, IntFunction<String> mx) throws Exception {
        List<Spec> specs = new ArrayList<>(List.of(ZoneSpec.of("nl"), HostSpec.of("mx.shared.nl")));
        IntStream.range(0, DOMAINS).forEach(i -> {
            specs.add(DomainSpec.of(name(i))
                    .withMx("10 " + mx.apply(i))
                    .withTxt("v=spf1 include:_spf.shared.nl ~all")
                    .withDmarc("v=DMARC1; p=none; rua=mailto:dmarc@" + name(i)));
            specs.addAll(hosts.apply(i));
        });
        Path here = Files.createDirectories(folder.resolve(what));
        try (TestLab lab = TestLab.start(World.of(specs), here)) {
            String said = run(lab, here);
            String[] times = said.strip().split(" ");
            return new Cost(
                    Long.parseLong(times[0]),
                    Long.parseLong(times[1]),
                    lab.lab().counters().dns().overUdp() / 2,
                    lab.lab().counters().smtp().connections() / 2,
                    bytes(here.resolve("data")));
        }
    }

    private static String run(TestLab lab, Path here) throws IOException, InterruptedException {
        Path said = here.resolve("said");
        Process process = new ProcessBuilder(CrawlAlone.command(CrawlAlone.class, lab, here))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = process.waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
        return Files.readAllLines(said).getLast();
    }

    /// Bytes of a row in the crawl's parts.
    private static Map<String, Long> bytes(Path data) {
        WorkFiles files = new WorkFiles(new DirectoryStore(data), CrawlAlone.MEASURED);
        Map<String, Long> bytes = new TreeMap<>();
        for (Table<?> table : Table.OBSERVED) {
            List<Path> parts =
                    files.parts(table).stream().map(files.store()::local).toList();
            long rows = parts.stream().mapToLong(part -> rows(table, part)).sum();
            if (rows > 0) {
                bytes.put(
                        table.name(),
                        parts.stream().mapToLong(CrawlCostsTest::size).sum() / rows);
            }
        }
        return bytes;
    }

    private static <R extends Record> long rows(Table<R> table, Path part) {
        try (Stream<R> rows = ParquetFiles.read(table, part)) {
            return rows.count();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
