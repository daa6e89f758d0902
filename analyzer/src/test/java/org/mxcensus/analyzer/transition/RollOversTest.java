package org.mxcensus.analyzer.transition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.stats.RandomVerdicts;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.store.DirectoryStore;

/// Roll-overs against a plain look at the rows of two crawls.
class RollOversTest {
    private static final List<LocalDate> CRAWLS =
            List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNewCertificateIsCountedByWhatCameOfIt(long seed) {
        DirectoryStore store = new DirectoryStore(folder);
        List<RandomVerdicts> crawls = new ArrayList<>();
        for (LocalDate date : CRAWLS) {
            RandomVerdicts crawl = new RandomVerdicts(new Random(seed + 100 * crawls.size()));
            crawl.write(store, date);
            crawls.add(crawl);
        }

        List<RollOverTally> tallies = RollOvers.of(store, CRAWLS, Limits.DEFAULT);

        assertThat(tallies).containsExactly(tally(crawls, 0), tally(crawls, 1));
        assertThat(tallies).anyMatch(tally -> tally.hosts() > 0);
    }

    private static RollOverTally tally(List<RandomVerdicts> crawls, int first) {
        Map<String, HostVerdictRow> before = new TreeMap<>();
        crawls.get(first).addresses.forEach(row -> before.put(row.host() + row.ip(), row));
        Map<String, List<DaneStatus>> changed = crawls.get(first + 1).addresses.stream()
                .filter(row -> isChanged(before.get(row.host() + row.ip()), row))
                .collect(groupingBy(HostVerdictRow::host, mapping(HostVerdictRow::dane, toList())));
        long sound = 0;
        long failed = 0;
        long unmeasured = 0;
        for (List<DaneStatus> host : changed.values()) {
            if (host.contains(DaneStatus.MISMATCH)) {
                failed++;
            } else if (host.contains(DaneStatus.LOOKUP_FAILED) || host.contains(DaneStatus.UNMEASURED)) {
                unmeasured++;
            } else if (host.stream().allMatch(DaneStatus.VALID::equals)) {
                sound++;
            }
        }
        return new RollOverTally(
                CRAWLS.get(first),
                CRAWLS.get(first + 1),
                sound,
                failed,
                changed.size() - sound - failed - unmeasured,
                unmeasured);
    }

    private static boolean isChanged(HostVerdictRow before, HostVerdictRow after) {
        return before != null
                && before.dane() == DaneStatus.VALID
                && before.certificate() != null
                && after.certificate() != null
                && !before.certificate().equals(after.certificate());
    }
}
