package org.mxcensus.crawler.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.scan.ScanProgress.InputRead;

class ScanProgressTest {
    private Instant now = Instant.parse("2026-08-01T10:00:00Z");
    private final ScanProgress progress = new ScanProgress(() -> now);

    @Test
    void theInputThatIsReadIsTold() {
        assertThat(progress.now()).isEmpty();

        ScanProgress.Begun records = progress.begin("mx.txt");
        records.read(1_000);
        now = now.plus(Duration.ofSeconds(2));

        assertThat(progress.now()).contains(new InputRead("mx.txt", 1_000, Duration.ofSeconds(2)));
        progress.begin("scan.jsonl");
        assertThat(progress.now()).contains(new InputRead("scan.jsonl", 0, Duration.ZERO));
    }

    @Test
    void whatFollowsTheReadingDoesNotCount() {
        ScanProgress.Begun scan = progress.begin("scan.jsonl");
        now = now.plus(Duration.ofSeconds(3));
        scan.read(60_000);
        scan.end();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(progress.now()).contains(new InputRead("scan.jsonl", 60_000, Duration.ofSeconds(3)));
    }
}
