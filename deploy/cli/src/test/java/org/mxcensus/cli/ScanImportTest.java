package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.lab.world.World;

/// A recorded scan of a lab's hosts (see README.md beside it) is imported, and compared with a crawl of the same world.
class ScanImportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");
    private static final String SUFFIX = ".mx.example.net";

    @TempDir
    static Path folder;

    private static Path exchanges;
    private static Dataset scanned;
    private static Dataset old;
    private static Dataset crawled;

    @BeforeAll
    static void scanAndCrawl() throws IOException {
        World world = World.read(resource("world.jsonl"));
        exchanges = Files.write(
                folder.resolve("mx.txt"),
                world.domains().stream()
                        .flatMap(domain -> domain.mx().stream().map(mx -> domain.name() + " " + mx))
                        .toList());
        scanned = imported("scan.jsonl.gz", "scanned");
        old = imported("scan-tls12.jsonl.gz", "old");
        Path data = folder.resolve("crawled");
        try (TestLab lab = TestLab.start(world, folder)) {
            CommandRun.over(data, lab.with("crawl", lab.list(folder).toString(), "--crawl", DAY.toString()))
                    .done();
        }
        crawled = new Dataset(data, DAY);
    }

    @Test
    void whatTheScanLookedAtIsJudgedAsInACrawl() {
        Map<String, HostVerdictRow> ours = hosts(crawled);
        Map<String, HostVerdictRow> theirs = hosts(scanned);

        assertThat(theirs.keySet()).hasSize(20);
        assertThat(ours.keySet()).containsAll(theirs.keySet());
        for (HostVerdictRow row : theirs.values()) {
            assertThat(told(row)).as(row.host()).isEqualTo(told(ours.get(row.host())));
        }
    }

    /// Those two tell the same of all that a scan looks at. Where a handshake fails only a second look can grade it.
    private static List<Object> told(@Nullable HostVerdictRow row) {
        Objects.requireNonNull(row);
        TlsGrade grade = row.tlsGrade() == TlsGrade.BROKEN ? TlsGrade.UNMEASURED : row.tlsGrade();
        List<Object> told = new ArrayList<>();
        told.add(String.valueOf(row.starttls()));
        told.add(String.valueOf(row.tls13()));
        told.add(String.valueOf(row.certificateTrusted()));
        told.add(String.valueOf(row.certificateFault()));
        told.add(String.valueOf(row.certificateName()));
        told.add(String.valueOf(grade));
        told.add(String.valueOf(row.tlsFlaws()));
        told.add(String.valueOf(row.postQuantum()));
        told.add(String.valueOf(row.chain() == ChainStatus.UNMEASURED ? null : row.chain()));
        return told;
    }

    @Test
    void whatTheScanDidNotLookAtCouldNotBeTold() {
        assertThat(hosts(scanned).values()).extracting(HostVerdictRow::dane).containsOnly(DaneStatus.UNMEASURED);
        assertThat(host(hosts(crawled), "dane").dane()).isEqualTo(DaneStatus.VALID);
        for (DomainVerdictRow row : scanned.rows(Table.DOMAIN_VERDICTS)) {
            assertThat(row.dnssec()).as(row.domain()).isEqualTo(Finding.UNMEASURED);
            if (row.mail() == Finding.YES) {
                assertThat(row.dane()).as(row.domain()).isIn(DaneStatus.UNMEASURED, null);
                assertThat(row.mtaSts()).as(row.domain()).isEqualTo(StsStatus.UNMEASURED);
                assertThat(row.tlsrpt()).as(row.domain()).isEqualTo(Finding.UNMEASURED);
                assertThat(row.deliveries().dane().outcome())
                        .as(row.domain())
                        .isIn(SenderOutcome.UNMEASURED, SenderOutcome.NO_MAIL);
            }
        }
    }

    @Test
    void domainsAreJudgedOverTheirHosts() {
        Map<String, DomainVerdictRow> ours = domains(crawled);
        Map<String, DomainVerdictRow> theirs = domains(scanned);

        assertThat(theirs.keySet()).isEqualTo(ours.keySet());
        theirs.forEach((domain, row) -> {
            DomainVerdictRow other = Objects.requireNonNull(ours.get(domain));
            boolean isUnscanned = domain.equals("unscanned.nl");
            assertThat(row.mail()).as(domain).isEqualTo(other.mail());
            assertThat(row.starttls()).as(domain).isEqualTo(isUnscanned ? Finding.UNMEASURED : other.starttls());
            assertThat(row.provider()).as(domain).isEqualTo(other.provider());
        });
    }

    @Test
    void nobodyIsSaidToLackWhatTheClientDidNotOffer() {
        Map<String, HostVerdictRow> rows = hosts(old);

        assertThat(rows.values()).extracting(HostVerdictRow::tls13).doesNotContain(Finding.NO);
        assertThat(rows.values()).extracting(HostVerdictRow::postQuantum).doesNotContain(Finding.NO);
        // Speaks TLS 1.3 only, and so failed the handshake with this client.
        assertThat(host(rows, "hybrid").starttls()).isEqualTo(Finding.UNMEASURED);
        assertThat(host(rows, "plain").starttls()).isEqualTo(Finding.NO);
        assertThat(host(rows, "modern").starttls()).isEqualTo(Finding.YES);
        assertThat(old.manifest().versions()).containsEntry("offers", "none");
        assertThat(scanned.manifest().versions()).containsEntry("offers", "tls13 mlkem");
    }

    @Test
    void certificatesAreKeptAsTheyWereSent() {
        assertThat(scanned.rows(Table.SMTP).stream()
                        .filter(row -> row.outcome() == SmtpStatus.TLS_ESTABLISHED)
                        .flatMap(row -> row.chain().stream())
                        .distinct()
                        .toList())
                .hasSizeGreaterThan(9)
                .allMatch(sha256 -> scanned.rows(Table.CERTIFICATES).stream()
                        .anyMatch(row -> row.sha256().equals(sha256) && row.subject() != null));
        assertThat(scanned.rows(Table.SMTP))
                .filteredOn(row -> row.host().equals("modern" + SUFFIX))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.banner()).startsWith("modern.mx.example.net ESMTP");
                    assertThat(row.extensions()).contains("STARTTLS");
                    assertThat(Objects.requireNonNull(row.tls()).group()).isEqualTo("X25519");
                });
    }

    @Test
    void itIsCountedJudgedAgainAndShown() {
        Path data = scanned.directory();

        assertThat(CommandRun.over(data, List.of("judge", "--ca-file", ca()))
                        .done()
                        .out())
                .contains("those of the verdicts before");
        CommandRun.over(data, List.of("stats", "--crawl", DAY.toString())).done();
        Manifest manifest = scanned.manifest();
        assertThat(manifest.configuration())
                .containsEntry(Manifest.SCANNER, "zgrab2")
                .containsEntry("scan_lines_left_out", "0");
        assertThat(manifest.counts()).containsEntry("frame", 23L).containsEntry("smtp", 20L);
        assertThat(manifest.paths("adoption")).isNotEmpty();
        // Nobody can take it for a crawl to go on with.
        assertThat(data.resolve("work/crawl=" + DAY))
                .satisfies(work -> assertThat(Dataset.files(work)).isEmpty());
    }

    @Test
    void linesThatCannotBeReadAreLeftOutAndCounted() throws IOException {
        Path broken = Files.write(
                folder.resolve("broken.jsonl"),
                List.of(
                        "{\"ip\":\"127.9.1.1\",\"domain\":\"mx.example.net\",\"data\":{\"smtp\":{\"status\":\"connection-timeout\",\"protocol\":\"smtp\",\"timestamp\":\"2026-11-30T09:00:00Z\",\"error\":\"dial tcp 127.9.1.1:25: i/o timeout\"}}}",
                        "{\"ip\":\"127.9.1.1\",\"data\":{\"smtp\":{\"status\":\"success\"}}}",
                        "{\"ip\":\"127.9.1.1\",\"domain\":\"mx"));
        Path records = Files.write(
                folder.resolve("zone-mx.txt"),
                List.of("; MX records", "example.nl. 3600 IN MX 10 mx.example.net.", "example.nl ten mx.example.net"));

        CommandRun run = CommandRun.over(
                folder.resolve("broken"), List.of("import", broken.toString(), "--mx", records.toString()));

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err())
                .contains("2 lines of " + broken, broken + ":2: no domain", "1 line of " + records, records + ":3: ");
        Dataset few = new Dataset(folder.resolve("broken"), DAY);
        assertThat(few.manifest().configuration()).containsEntry("scan_lines_left_out", "2");
        assertThat(few.rows(Table.SMTP)).extracting(SmtpRow::outcome).containsExactly(SmtpStatus.NOT_CONNECTED);
    }

    @Test
    void mistakesAreSaidInOneSentence() throws IOException {
        String scan = resource("scan.jsonl.gz").toString();

        refused("import", scan).contains("--mx FILE");
        refused("import", scan, "--mx", folder.resolve("nothing").toString()).contains("nothing does not exist");
        refused("import", exchanges.toString(), "--mx", exchanges.toString()).contains("zgrab2 smtp");
        refused("import", scan, "--mx", scan).contains("names no MX host of any domain", "scan.jsonl.gz:1: ");
        assertThat(CommandRun.over(
                                folder.resolve("refused"),
                                List.of("import", folder.toString(), "--mx", exchanges.toString()))
                        .complaints())
                .singleElement()
                .asString()
                .startsWith("A release is imported by itself");
        CommandRun again = CommandRun.over(
                scanned.directory(), List.of("import", scan, "--mx", exchanges.toString(), "--ca-file", ca()));
        assertThat(again.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(again.err()).contains("has a crawl of 2026-11-30 already", "--crawl");
    }

    @Test
    void howMuchIsReadAndHowFastIsSaid() {
        Path scan = resource("scan.jsonl.gz");
        Clock standing = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

        CommandRun run = CommandRun.at(
                standing,
                "import",
                scan.toString(),
                "--mx",
                exchanges.toString(),
                "--ca-file",
                ca(),
                "--data",
                folder.resolve("watched").toString());

        assertThat(run.done().lines())
                .startsWith(exchanges + ": 24 lines  24,000/s  0.0 s", scan + ": 20 lines  20,000/s  0.0 s");
    }

    @Test
    void anImportThatWasInterruptedIsBegunAnew() throws IOException {
        Path data = folder.resolve("interrupted");
        Path work = Files.createDirectories(data.resolve("work/crawl=" + DAY + "/smtp"));
        Files.createFile(work.resolveSibling("import"));
        Files.writeString(work.resolve("part-00000-00000000.parquet"), "half a file", StandardOpenOption.CREATE_NEW);

        CommandRun.over(data, importing("scan.jsonl.gz")).done();

        assertThat(new Dataset(data, DAY).essence(Table.SMTP)).isEqualTo(scanned.essence(Table.SMTP));
    }

    private static AbstractStringAssert<?> refused(String... words) {
        CommandRun run = CommandRun.over(folder.resolve("refused"), List.of(words));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).hasSize(1);
        return assertThat(run.err()).doesNotContain("Exception");
    }

    private static Dataset imported(String scan, String name) {
        Path data = folder.resolve(name);
        CommandRun.over(data, importing(scan)).done();
        return new Dataset(data, DAY);
    }

    private static List<String> importing(String scan) {
        return List.of("import", resource(scan).toString(), "--mx", exchanges.toString(), "--ca-file", ca());
    }

    private static String ca() {
        return resource("ca.pem").toString();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(ScanImportTest.class.getResource("scan/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Map<String, HostVerdictRow> hosts(Dataset dataset) {
        return byName(dataset.rows(Table.HOST_VERDICTS), HostVerdictRow::host);
    }

    private static HostVerdictRow host(Map<String, HostVerdictRow> rows, String name) {
        return Objects.requireNonNull(rows.get(name + SUFFIX), name);
    }

    private static Map<String, DomainVerdictRow> domains(Dataset dataset) {
        return byName(dataset.rows(Table.DOMAIN_VERDICTS), DomainVerdictRow::domain);
    }

    private static <R> Map<String, R> byName(List<R> rows, Function<R, String> name) {
        return rows.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
