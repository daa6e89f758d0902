package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.imported.ImportedWorlds;

/// Real zones and real MX hosts, served by the lab, go through the very code that crawls the world.
@Tag("full")
class RealDataCrawlTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"gov-2026-08-22, 16536, 2069", "gov-2023-12-31, 9803, 1572"})
    void exactlyTheDomainsThatTheZoneHoldsADsForAreSecure(String name, int domains, int signed) throws Exception {
        Path zone = realData().resolve("zones").resolve(name + ".zone.gz");
        try (Lab lab = Lab.start(ImportedWorlds.fromZoneFile(zone), LabOptions.defaults())) {
            LabCrawl crawl = LabCrawl.ofInput(lab, folder, zone, LabCrawl.probes(lab));

            List<FrameRow> frame = crawl.rows(Table.FRAME);
            Set<String> delegatedSigned = frame.stream()
                    .filter(row -> Boolean.TRUE.equals(row.delegationDs()))
                    .map(FrameRow::domain)
                    .collect(Collectors.toSet());
            assertThat(frame).hasSize(domains);
            assertThat(delegatedSigned).hasSize(signed);

            List<DomainRow> rows = crawl.rows(Table.DOMAINS);
            assertThat(rows).hasSize(domains);
            assertThat(rows.stream()
                            .filter(row -> row.mxSecurity() == Security.SECURE)
                            .map(DomainRow::domain)
                            .collect(Collectors.toSet()))
                    .isEqualTo(delegatedSigned);
            assertThat(rows).allMatch(row -> row.mxFailure() == null);
        }
    }

    @Test
    void theMxOfEveryPublicBodyIsItsListsAndEachHostIsLookedUpOnce() throws Exception {
        Path[] lists;
        try (Stream<Path> files = Files.list(realData().resolve("mx"))) {
            lists = files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toArray(Path[]::new);
        }
        Map<String, Set<String>> listed = listed(lists);
        assertThat(listed.size()).isEqualTo(11_354);
        try (Lab lab = Lab.start(ImportedWorlds.fromPublicBodies(lists), LabOptions.defaults())) {
            LabCrawl crawl = LabCrawl.ofWorld(lab, folder);

            Map<String, Set<String>> seen = new TreeMap<>();
            for (DomainRow row : crawl.rows(Table.DOMAINS)) {
                seen.put(
                        row.domain(),
                        row.mx().stream().map(DomainRow.Mx::host).collect(Collectors.toCollection(TreeSet::new)));
            }
            assertThat(seen).isEqualTo(listed);

            List<String> hosts =
                    crawl.rows(Table.MX_HOSTS).stream().map(HostRow::host).toList();
            assertThat(hosts)
                    .doesNotHaveDuplicates()
                    .containsAll(listed.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            assertThat(lab.counters().smtp().illMannered()).isZero();
            assertThat(lab.counters().smtp().mostAtOncePerAddress()).isEqualTo(1);
        }
    }

    private static final Pattern ROW = Pattern.compile("[^\\s\",]+\\.[^\\s\",]+,");

    /// The lists' own text: domain, MX hosts with spaces between, and more. One SPF record goes over two lines.
    private static Map<String, Set<String>> listed(Path... lists) throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (Path list : lists) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
                lines.lines()
                        .skip(1)
                        .filter(line -> ROW.matcher(line).lookingAt())
                        .map(line -> line.split(",", 3))
                        .forEach(columns -> {
                            Set<String> hosts = Stream.of(columns[1].split(" "))
                                    .filter(host -> !host.isEmpty())
                                    .map(RealDataCrawlTest::name)
                                    .collect(Collectors.toCollection(TreeSet::new));
                            listed.put(name(columns[0]), hosts);
                        });
            }
        }
        return listed;
    }

    /// Some are written with U-labels; all tables have A-labels.
    private static String name(String text) {
        return DomainNames.normalize(text) instanceof NameOutcome.Name(String name) ? name : text;
    }

    private static Path realData() {
        String folder = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(folder != null, "MXCENSUS_REAL_DATA is not set to the folder with the real zones and lists");
        return Path.of(folder);
    }
}
