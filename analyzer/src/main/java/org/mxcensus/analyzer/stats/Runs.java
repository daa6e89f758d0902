package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Which crawls lie together in `trends.duckdb`, as in a log-structured merge tree: where there are [#FANOUT] runs of
/// about a size, they become one. Of any number of crawls there are few runs, and each crawl is laid anew a few times
/// only.
final class Runs {
    /// A reader looks into a place a run: of 200 crawls that are at most eleven. Half as many would be laid anew twice
    /// as often.
    static final int FANOUT = 4;

    private record Run(List<LocalDate> crawls, boolean merged) {

        static Run of(List<Run> runs) {
            return new Run(
                    runs.stream().flatMap(run -> run.crawls.stream()).sorted().toList(), true);
        }

        int level() {
            int level = 0;
            for (int size = crawls.size(); size >= FANOUT; size /= FANOUT) {
                level++;
            }
            return level;
        }

        LocalDate oldest() {
            return crawls.getFirst();
        }
    }

    private Runs() {}

    /// @param there the crawls of each run
    /// @return the runs that are to be made of these, each out of several, with their crawls from the oldest; where
    /// several steps lead to one, it alone
    static List<List<LocalDate>> merged(Collection<List<LocalDate>> there) {
        List<Run> runs = new ArrayList<>(there.stream()
                .map(run -> new Run(run.stream().sorted().toList(), false))
                .toList());
        for (int level = 0; level <= highest(runs); ) {
            List<Run> alike = ofLevel(runs, level);
            if (alike.size() < FANOUT) {
                level++;
            } else {
                runs.removeAll(alike);
                runs.add(Run.of(alike));
            }
        }
        return runs.stream().filter(Run::merged).map(Run::crawls).toList();
    }

    private static int highest(List<Run> runs) {
        return runs.stream().mapToInt(Run::level).max().orElse(0);
    }

    /// The oldest of a level, as many as make one of the next.
    private static List<Run> ofLevel(List<Run> runs, int level) {
        return runs.stream()
                .filter(run -> run.level() == level)
                .sorted(Comparator.comparing(Run::oldest))
                .limit(FANOUT)
                .toList();
    }
}
