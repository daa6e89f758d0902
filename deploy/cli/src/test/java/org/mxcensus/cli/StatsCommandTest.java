package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures of a release that somebody else has made.
class StatsCommandTest {
    private static final String CRAWL = "2026-08-01";

    @TempDir
    Path folder;

    @Test
    void aReleaseIsCountedWithoutTheWorkOfItsCrawl() {
        Path data = folder.resolve("data");
        Path release = folder.resolve("release");
        works(data, "generate", "--domains", "200", "--crawl", CRAWL);
        works(data, "finish", "--crawl", CRAWL);
        works(data, "judge", "--ca-file", data.resolve("generated-ca.pem").toString());
        List<String> figures = works(data, "stats").lines();
        works(data, "export", "--tier", "full", "--out", release.toString());

        assertThat(works(release, "stats").lines().subList(1, figures.size()))
                .isEqualTo(figures.subList(1, figures.size()))
                .isNotEmpty();
    }

    private static CommandRun works(Path data, String... words) {
        CommandRun run = CommandRun.over(data, List.of(words));
        run.done();
        return run;
    }
}
