package org.mxcensus.crawler.crawl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// Which chunks of a stage were published when somebody looked: the names of its files. A file is opened only where a
/// partition's standing is asked for, and then the last one or two of that partition alone.
///
/// @param chunks of each partition that has any
/// @param retried of each partition that has any: the chunks whose second tries are published
record Published(
        WorkFiles files, Table<?> table, Map<Integer, SortedSet<Long>> chunks, Map<Integer, SortedSet<Long>> retried) {
    private static final SortedSet<Long> NONE = new TreeSet<>();

    /// Looks.
    static Published of(WorkFiles files, Table<?> table) {
        Published published = new Published(files, table, new HashMap<>(), new HashMap<>());
        files.parts(table).stream().map(Part::place).flatMap(Optional::stream).forEach(published::add);
        return published;
    }

    private void add(Part.Place place) {
        (place.retried() ? retried : chunks)
                .computeIfAbsent(place.partition(), partition -> new TreeSet<>())
                .add(place.chunk());
    }

    /// How far a partition has come.
    PartitionStanding standing(int partition) {
        return PartitionStanding.of(
                new PartitionFiles<>(files, table, partition),
                chunks.getOrDefault(partition, NONE),
                retried.getOrDefault(partition, NONE));
    }
}
