package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.Table;

/// A release on its way: exported, checked, taken in elsewhere, and a name taken out of it.
class ReleaseCommandsTest {
    private static final LocalDate CRAWL = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @Test
    void aReleaseIsTakenInElsewhereAndANameIsForgotten() throws IOException {
        Path data = folder.resolve("data");
        Path release = folder.resolve("release");
        Path other = folder.resolve("other");
        works(data, "generate", "--domains", "60", "--crawl", CRAWL.toString());
        works(data, "finish");
        works(data, "judge", "--ca-file", data.resolve("generated-ca.pem").toString());
        works(data, "stats");
        works(data, "export", "--tier", "full", "--out", release.toString());

        assertThat(works(other, "import", release.toString()).out()).contains("1 crawl");
        String domain = new Dataset(other, CRAWL).rows(Table.DOMAINS).getFirst().domain();
        assertThat(works(other, "purge", domain).out()).contains("1 crawl.");

        assertThat(new Dataset(other, CRAWL).rows(Table.DOMAINS))
                .hasSize(59)
                .extracting(DomainRow::domain)
                .doesNotContain(domain);
        Path published = folder.resolve("published");
        Path list = Files.writeString(folder.resolve("opt-out.txt"), "192.0.2.0/24\n");
        assertThat(works(other, "export", "--out", published.toString(), "--opt-out", list.toString())
                        .out())
                .contains("statistics alone", "--tier aggregates");
        assertThat(figures(published)).contains("2026-03-01,all,");
        assertThat(published.resolve("domains")).doesNotExist();
        assertThat(CommandRun.of("verify", published.toString()).out()).contains("is whole");
    }

    /// The CSV of the only crawl.
    private static String figures(Path release) throws IOException {
        List<String> files = Dataset.files(release).keySet().stream()
                .filter(name -> name.startsWith("csv/adoption/crawl=" + CRAWL + "/"))
                .toList();
        assertThat(files).hasSize(1);
        try (InputStream csv = new GZIPInputStream(Files.newInputStream(release.resolve(files.getFirst())))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        assertThat(refused("verify", folder.toString())).contains("SHA256SUMS");
        assertThat(refused("import", folder.toString(), "--data", folder.toString()))
                .contains("SHA256SUMS");
    }

    @Test
    void whatCannotBeMeantIsSaidInASentence() {
        assertThat(misunderstood("purge", "nl")).contains("nl is no name");
        assertThat(misunderstood("export", "--tier", "all", "--out", "x")).contains("--tier knows no all");
        assertThat(misunderstood("export", "--threshold", "0", "--out", "x")).contains("--threshold");
    }

    private static String misunderstood(String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        return String.join("\n", run.complaints());
    }

    private static String refused(String... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        return String.join("\n", run.complaints());
    }

    private static CommandRun works(Path data, String... words) {
        CommandRun run = CommandRun.over(data, List.of(words));
        run.done();
        return run;
    }
}
