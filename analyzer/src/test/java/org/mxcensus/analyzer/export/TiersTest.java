package org.mxcensus.analyzer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.GeneratedCrawl;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.describe.Release;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.analyzer.publish.Withheld;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;

/// What is in a release of each tier, and what is not.
class TiersTest {

    @TempDir
    static Path folder;

    private static DirectoryStore store;
    private static Manifest crawl;

    @TempDir
    Path out;

    @BeforeAll
    static void aCrawl() {
        store = new DirectoryStore(folder.resolve("data"));
        crawl = GeneratedCrawl.evaluated(store, TestCrawl.DATE, 300);
    }

    @Test
    void fullHasTheVeryRows() {
        Manifest released = export(ExportConfig.of(Tier.FULL));

        for (ReleasedTable<?> table : ReleasedTable.ALL) {
            assertThat(rows(out, released, table.table()))
                    .as(table.table().name())
                    .isNotEmpty()
                    .isEqualTo(rows(store.folder(), crawl, table.table()));
        }
    }

    @Test
    void domainsHasNoTextsOfStrangers() {
        Manifest released = export(ExportConfig.of(Tier.DOMAINS));

        assertThat(rows(out, released, Table.DOMAINS))
                .hasSameSizeAs(rows(store.folder(), crawl, Table.DOMAINS))
                .allSatisfy(row -> {
                    assertThat(row.spf().record()).isNull();
                    assertThat(row.stsPolicy().text()).isNull();
                })
                .extracting(DomainRow::mxStatus)
                .isEqualTo(rows(store.folder(), crawl, Table.DOMAINS).stream()
                        .map(DomainRow::mxStatus)
                        .toList());
        assertThat(rows(out, released, Table.SMTP)).extracting(SmtpRow::banner).containsOnly("");
        assertThat(rows(out, released, Table.CERTIFICATES))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.der().length()).isZero())
                .extracting(CertificateRow::subject)
                .containsOnlyNulls();
    }

    @Test
    void aggregatesNamesNobody() throws IOException {
        Manifest released = export(ExportConfig.of(Tier.AGGREGATES));

        assertThat(released.files()).extracting(Manifest.TableFile::table).containsOnly("adoption");
        String domain = rows(store.folder(), crawl, Table.DOMAINS).getFirst().domain();
        assertThat(ReleasedCsv.lines(out)).isNotEmpty().noneMatch(line -> line.contains(domain));
        assertThat(frames()).isNotEmpty().allSatisfy(frame -> assertThat(frame).isGreaterThanOrEqualTo(10));
    }

    @Test
    void theThresholdLeavesSmallGroupsOut() throws IOException {
        export(new ExportConfig(Tier.FULL, 1, false, Optional.empty(), "me"));
        List<Long> all = frames();
        export(new ExportConfig(Tier.FULL, 50, false, Optional.empty(), "me"));

        assertThat(all).anySatisfy(frame -> assertThat(frame).isLessThan(50));
        assertThat(frames())
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame).isGreaterThanOrEqualTo(50))
                .isSubsetOf(all);
    }

    /// Somebody subtracts what a release shows of a group from the group, to learn of its small parts.
    @Test
    void sumsDoNotBetraySmallGroups() throws IOException {
        DirectoryStore many = new DirectoryStore(folder.resolve("many"));
        GeneratedCrawl.evaluated(many, TestCrawl.DATE, 1_000);
        Export.run(many, out, withThreshold(1), new ExportProgress());
        List<Figure> all = figures();
        long threshold = LongStream.range(10, 200)
                .filter(smallest -> rests(large(all, smallest)).stream().anyMatch(rest -> rest > 0 && rest < smallest))
                .findFirst()
                .orElseThrow();

        Export.run(many, out, withThreshold(threshold), new ExportProgress());

        assertThat(figures())
                .isSubsetOf(large(all, threshold))
                .hasSizeLessThan(large(all, threshold).size());
        assertThat(rests(figures())).isNotEmpty().allMatch(rest -> rest == 0 || rest >= threshold);
    }

    private static ExportConfig withThreshold(long threshold) {
        return new ExportConfig(Tier.AGGREGATES, threshold, false, Optional.empty(), "me");
    }

    private static List<Figure> large(List<Figure> figures, long threshold) {
        return figures.stream().filter(figure -> figure.frame() >= threshold).toList();
    }

    /// What a release says of a group: how many domains it has, and how many of them accept mail.
    private record Figure(String scope, String tld, String provider, long frame, long mail) {
        boolean isPartOf(Figure total) {
            return switch (total.scope()) {
                case "all" -> scope.equals("tld") || scope.equals("provider");
                case "tld" -> scope.equals("tld_provider") && tld.equals(total.tld());
                case "provider" -> scope.equals("tld_provider") && provider.equals(total.provider());
                default -> false;
            };
        }
    }

    /// What is left of groups without their parts of one kind, where there are any.
    private static List<Long> rests(List<Figure> shown) {
        List<Long> rests = new ArrayList<>();
        for (Figure total : shown) {
            shown.stream()
                    .filter(part -> part.isPartOf(total))
                    .collect(Collectors.groupingBy(Figure::scope))
                    .values()
                    .forEach(parts -> {
                        rests.add(total.frame()
                                - parts.stream().mapToLong(Figure::frame).sum());
                        rests.add(total.mail()
                                - parts.stream().mapToLong(Figure::mail).sum());
                    });
        }
        return rests;
    }

    private List<Figure> figures() throws IOException {
        List<String> lines = ReleasedCsv.lines(out);
        List<String> columns = List.of(lines.getFirst().split(","));
        return lines.stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(cells -> cells.get(columns.indexOf("weighting")).equals("domains")
                        && cells.get(columns.indexOf("metric")).equals("mail"))
                .map(cells -> new Figure(
                        cells.get(columns.indexOf("scope")),
                        cells.get(columns.indexOf("tld")),
                        cells.get(columns.indexOf("provider")),
                        Long.parseLong(cells.get(columns.indexOf("frame"))),
                        Long.parseLong(cells.get(columns.indexOf("numerator")))))
                .toList();
    }

    /// The sizes of groups by domains, as the release has them.
    private List<Long> frames() throws IOException {
        List<String> lines = ReleasedCsv.lines(out);
        List<String> columns = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .filter(line -> line.contains(",domains,mail,"))
                .map(line -> line.substring(line.indexOf(",domains,mail,")).split(","))
                .map(cells -> Long.parseLong(cells[columns.indexOf("frame") - columns.indexOf("weighting") + 1]))
                .toList();
    }

    @Test
    void optedOutNamesAreInNoRow() {
        String domain = rows(store.folder(), crawl, Table.DOMAINS).getFirst().domain();
        String host = rows(store.folder(), crawl, Table.MX_HOSTS).getFirst().host();
        Set<String> names = Set.of(domain, host);
        Withheld withheld = new Withheld(names::contains, _ -> false);

        Manifest released = export(new ExportConfig(
                Tier.FULL, 1, false, Optional.of(new ExportConfig.WithheldList(withheld, "two")), "me"));

        assertThat(texts(store.folder(), crawl)).contains(domain).contains(host);
        assertThat(texts(out, released)).doesNotContain(domain + "|").doesNotContain(host + "|");
        assertThat(rows(out, released, Table.DOMAINS))
                .extracting(DomainRow::domain)
                .doesNotContain(domain);
        assertThat(texts(out, released)).contains(Withheld.PLACEHOLDER);
    }

    /// A figure that did not count those who opted out would change with each of them, and differ from what was shown
    /// before; so the release says how many rows it lacks.
    @Test
    void figuresCountOptedOutNamesAndTheReleaseSaysSo() throws IOException {
        ExportConfig whole = ExportConfig.of(Tier.FULL);
        export(whole);
        List<Long> frames = frames();
        String domain = rows(store.folder(), crawl, Table.DOMAINS).getFirst().domain();
        Withheld withheld = Withheld.below(domain);

        Manifest released = export(new ExportConfig(
                Tier.FULL, 1, false, Optional.of(new ExportConfig.WithheldList(withheld, domain)), "me"));

        assertThat(Collections.max(frames())).isEqualTo(Collections.max(frames));
        assertThat(released.configuration().get(Release.WITHHELD)).startsWith("frame 1, domains 1, mx_hosts ");
        assertThat(rows(out, released, Table.FRAME))
                .hasSize(rows(store.folder(), crawl, Table.FRAME).size() - 1);
        assertThat(Files.readString(out.resolve("datapackage.json")))
                .contains("left out of its rows and counted in its figures");
        assertThat(textFilesThatSay(domain)).isEmpty();
        assertThat(texts(out, released)).doesNotContain(domain + "|");
    }

    private List<Path> textFilesThatSay(String name) throws IOException {
        List<Path> saying = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".parquet"))::iterator) {
                List<String> lines =
                        file.toString().endsWith(".gz") ? ReleasedCsv.unpacked(file) : Files.readAllLines(file);
                if (lines.stream().anyMatch(line -> line.contains(name))) {
                    saying.add(file);
                }
            }
        }
        return saying;
    }

    @Test
    void aReleaseOfAllNamesSaysNothingOfThoseLeftOut() throws IOException {
        Manifest released = export(ExportConfig.of(Tier.FULL));

        assertThat(released.configuration()).doesNotContainKey(Release.WITHHELD);
        assertThat(Files.readString(out.resolve("datapackage.json"))).doesNotContain("left out of its rows");
    }

    /// All names that rows say, each with a bar behind it.
    private static String texts(Path root, Manifest manifest) {
        return ReleasedTable.ALL.stream()
                .flatMap(table -> rows(root, manifest, table.table()).stream())
                .map(row -> row instanceof CertificateRow certificate
                        ? row + new String(certificate.der().getBytes(), StandardCharsets.ISO_8859_1)
                        : row.toString())
                .map(row -> row.replaceAll("(?i)([^a-z0-9.-]|$)", "|"))
                .collect(Collectors.joining("|"));
    }

    @Test
    void rowsComeAsJsonLinesToo() throws IOException {
        Manifest released = export(new ExportConfig(Tier.FULL, 1, true, Optional.empty(), "me"));

        for (Manifest.TableFile file : released.files()) {
            assertThat(out.resolve("jsonl/" + file.path().replace(".parquet", ".jsonl.zst")))
                    .isNotEmptyFile();
        }
    }

    @Test
    void whatIsThereAndWholeIsNotWrittenAgain() throws IOException {
        Manifest released = export(ExportConfig.of(Tier.FULL));
        Path damaged = out.resolve(released.paths("smtp").getFirst());
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, new byte[] {1, 2, 3});
        Files.delete(out.resolve(released.paths("frame").getFirst()));
        Map<String, FileTime> before = stamped(released);

        export(ExportConfig.of(Tier.FULL));

        assertThat(Files.readAllBytes(damaged)).isEqualTo(whole);
        assertThat(times(released)).hasSameSizeAs(released.files());
        assertThat(changed(before, times(released))).containsExactlyInAnyOrder("smtp", "frame");
        export(ExportConfig.of(Tier.DOMAINS));
        assertThat(rows(out, released, Table.SMTP)).extracting(SmtpRow::banner).containsOnly("");
    }

    /// Gives all files a time at which nothing is written.
    private Map<String, FileTime> stamped(Manifest released) throws IOException {
        for (Manifest.TableFile file : released.files()) {
            if (Files.exists(out.resolve(file.path()))) {
                Files.setLastModifiedTime(out.resolve(file.path()), FileTime.from(Instant.EPOCH));
            }
        }
        return times(released);
    }

    private Map<String, FileTime> times(Manifest released) throws IOException {
        Map<String, FileTime> times = new HashMap<>();
        for (Manifest.TableFile file : released.files()) {
            if (Files.exists(out.resolve(file.path()))) {
                times.put(file.table(), Files.getLastModifiedTime(out.resolve(file.path())));
            }
        }
        return times;
    }

    private static List<String> changed(Map<String, FileTime> before, Map<String, FileTime> after) {
        return after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .toList();
    }

    private Manifest export(ExportConfig config) {
        return Export.run(store, out, config, new ExportProgress()).getFirst();
    }

    private static <R extends Record> List<R> rows(Path root, Manifest manifest, Table<R> table) {
        return manifest.paths(table.name()).stream()
                .flatMap(path -> {
                    try (Stream<R> rows = ParquetFiles.read(table, root.resolve(path))) {
                        return rows.toList().stream();
                    }
                })
                .toList();
    }
}
