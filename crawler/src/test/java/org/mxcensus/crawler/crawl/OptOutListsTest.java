package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.WorkFiles;

/// Whoever is on the list of one who takes part is left alone by all.
class OptOutListsTest {
    private static final OptOut ONE = OptOut.parse(List.of("example.org", "192.0.2.0/24"), "one");
    private static final OptOut OTHER = OptOut.parse(List.of("example.net", "AS64500"), "other");
    private static final OptOut BOTH = ONE.and(OTHER);

    @TempDir
    Path folder;

    private OptOutLists lists;
    private Warnings warnings;

    @BeforeEach
    void aCrawlThatNobodyTakesPartInYet() {
        lists = new OptOutLists(new WorkFiles(new DirectoryStore(folder), LocalDate.parse("2026-08-01")));
        warnings = Warnings.of(OptOutLists.class.getName());
    }

    @AfterEach
    void close() {
        warnings.close();
    }

    @Test
    void theFirstToTakePartBringsTheList() {
        assertThat(lists.join(ONE, true).entries()).isEqualTo(ONE.entries());
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void whoHasTheSameListHearsNothing() {
        lists.join(ONE, true);

        assertThat(lists.join(ONE, false).entries()).isEqualTo(ONE.entries());
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void whoHasForgottenTheListLeavesThemAloneAllTheSameAndIsTold() {
        lists.join(ONE, true);

        assertThat(lists.join(OptOut.NOBODY, false).covers("mx.example.org")).isTrue();
        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains("2026-08-01", "2 entries (192.0.2.0/24 and others)", "lacks", "next crawl");
    }

    @Test
    void namesMayBeAddedAndThoseWhoRunAlreadyLearnOfThem() {
        lists.join(ONE, true);

        assertThat(lists.join(BOTH, false).entries()).isEqualTo(BOTH.entries());
        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains("adds 2 entries (AS64500 and others)", "half a minute");
        assertThat(lists.join(BOTH, false).entries()).isEqualTo(BOTH.entries());
        assertThat(warnings.lines()).as("only once").hasSize(1);
    }

    @Test
    void theOrderInWhichTheyComeDoesNotMatter() {
        lists.join(OTHER, true);
        lists.join(ONE, false);

        assertThat(lists.join(OptOut.NOBODY, false).entries()).isEqualTo(BOTH.entries());
    }

    @Test
    void whoWasLeftAloneByAnotherCrawlCanBeLeftAloneByThisOne() {
        OptOutLists before = new OptOutLists(new WorkFiles(new DirectoryStore(folder), LocalDate.parse("2026-07-01")));
        before.join(ONE, true);
        before.join(BOTH, false);

        lists.addThoseOf(new WorkFiles(new DirectoryStore(folder), LocalDate.parse("2026-07-01")));

        assertThat(lists.join(OptOut.NOBODY, true).entries()).isEqualTo(BOTH.entries());
        assertThat(before.recorded().get("opt_out_sha256"))
                .isEqualTo(lists.recorded().get("opt_out_sha256"));
    }

    @Test
    void theManifestSaysHowManyTheyAreAndNotWho() {
        assertThat(lists.recorded()).isEqualTo(Map.of("opt_out_entries", "0"));

        lists.join(BOTH, true);

        assertThat(lists.recorded())
                .containsEntry("opt_out_entries", "4")
                .containsOnlyKeys("opt_out_entries", "opt_out_sha256");
        assertThat(lists.recorded().toString()).doesNotContain("example");
    }

    @Test
    void theManifestSaysFromWhenOnWhichListWasInForce() {
        lists.note(OptOut.NOBODY, Instant.parse("2026-08-01T10:00:00Z"));
        lists.note(ONE, Instant.parse("2026-08-01T11:00:00Z"));
        lists.note(ONE, Instant.parse("2026-08-01T11:00:07Z"));
        lists.note(BOTH, Instant.parse("2026-08-01T12:00:00Z"));

        assertThat(lists.recorded().get("opt_out_in_force"))
                .matches("from 2026-08-01T10:00:00Z: 0 entries, sha256 [0-9a-f]{64}; "
                        + "from 2026-08-01T11:00:00Z: 2 entries, sha256 [0-9a-f]{64}; "
                        + "from 2026-08-01T12:00:00Z: 4 entries, sha256 [0-9a-f]{64}");
    }
}
