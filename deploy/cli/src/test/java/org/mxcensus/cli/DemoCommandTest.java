package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;

/// A simulated year of a small world, and what became of it.
class DemoCommandTest {
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 1);

    @TempDir
    static Path folder;

    private static Path data;
    private static CommandRun run;

    @BeforeAll
    static void liveThroughIt() {
        data = folder.resolve("demo");
        run = demo("--domains", "60", "--months", "3");
    }

    @Test
    void itEndsWellAndSaysTheFigures() {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("60 domains", "3 simulated months in", "DANE", "could not tell");
    }

    @Test
    void thereIsACrawlForTheFirstOfEachMonthTheLastThisMonth() {
        assertThat(new Manifests(new DirectoryStore(data)).crawls())
                .containsExactly(LAST.minusMonths(2), LAST.minusMonths(1), LAST);
    }

    @Test
    void itsSourceIsMarkedAsSimulated() {
        assertThat(dataset().manifest().sources()).hasSize(1).allMatch(Manifest.Source::simulated);
    }

    @Test
    void observationsAreOfTheSimulatedDay() {
        assertThat(dataset().rows(Table.DOMAINS))
                .hasSize(60)
                .allMatch(row -> row.observedAt().toString().startsWith("2026-11-01T"));
    }

    @Test
    void runAgainItShowsWhatIsThere() {
        Map<String, String> before = Dataset.files(data);

        CommandRun again = demo("--domains", "60", "--months", "3");

        assertThat(again.status()).isEqualTo(ExitStatus.DONE);
        assertThat(again.out()).contains("holds this demo already, 2026-09-01 to 2026-11-01");
        assertThat(Dataset.files(data)).isEqualTo(before);
    }

    @Test
    void aDemoOfAnotherSizeIsRefused() {
        CommandRun other = demo("--domains", "70", "--months", "3");

        assertThat(other.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(other.complaints()).singleElement().asString().contains("60 domains over 3 months", "--data");
    }

    @Test
    void aDirectoryWithOtherThingsIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "dear");

        CommandRun refused = CommandRun.of("demo", "--once", "--data", other.toString());

        assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(refused.complaints()).singleElement().asString().contains(other.toString(), "--data");
        assertThat(Dataset.files(other)).containsOnlyKeys("letter.txt");
    }

    @Test
    void aReleaseOfItIsWhole() throws IOException {
        Path release = folder.resolve("release");

        CommandRun exported =
                CommandRun.of("export", "--data", data.toString(), "--out", release.toString(), "--tier", "full");

        assertThat(exported.err()).isEmpty();
        Map<String, String> files = Dataset.files(release);
        List<String> sums = Files.readAllLines(release.resolve("SHA256SUMS"));
        files.remove("SHA256SUMS");
        assertThat(sums)
                .hasSize(files.size())
                .allSatisfy(line -> assertThat(files).containsEntry(line.substring(66), line.substring(0, 64)));
        assertThat(files).containsKey("manifests/crawl=2026-11-01.json");
        assertThat(CommandRun.of("verify", release.toString()).out()).contains("is whole");
        String csv = files.keySet().stream()
                .filter(name -> name.startsWith("csv/adoption/crawl=2026-11-01/"))
                .findFirst()
                .orElseThrow();
        Files.delete(release.resolve(csv));
        CommandRun broken = CommandRun.of("verify", release.toString());
        assertThat(broken.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(broken.out()).contains("MISSING " + csv, "1 fault");
    }

    @Tag("full")
    @Test
    void theWholeYearOfTheWholeWorld() {
        Path year = folder.resolve("year");

        CommandRun whole = CommandRun.at(NOVEMBER, "demo", "--once", "--data", year.toString());

        assertThat(whole.err()).isEmpty();
        assertThat(new Manifests(new DirectoryStore(year)).crawls()).hasSize(12);
        assertThat(new Dataset(year, LAST).rows(Table.FRAME)).hasSize(2_000);
        assertThat(whole.out()).contains("12 simulated months in");
    }

    private static CommandRun demo(String... size) {
        return CommandRun.at(
                NOVEMBER,
                Stream.concat(Stream.of("demo", "--once", "--data", data.toString()), Stream.of(size))
                        .toArray(String[]::new));
    }

    private static Dataset dataset() {
        return new Dataset(data, LAST);
    }
}
