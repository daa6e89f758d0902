package org.mxcensus.dashboard.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// Counts what crawls under way have published, part by part; a part is counted once, since it never changes. Second
/// tries count for nothing here: their rows were there before.
final class WorkCounts {
    private static final String FOLDER = "work/";
    private static final Pattern PART = Pattern.compile("work/crawl=([0-9-]{10})/([a-z_]+)/[^/]+\\.parquet");

    private final Store store;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    WorkCounts(Store store) {
        this.store = store;
    }

    /// @param rows those that count
    private record Counted(LocalDate crawl, String table, long rows, Instant published) {}

    /// The crawls that have published something and have no manifest, oldest first.
    List<UnderWay> underWay() {
        Set<LocalDate> ended = new HashSet<>(new Manifests(store).crawls());
        List<String> names = names();
        counted.keySet().retainAll(names);
        return names.stream()
                .map(name -> counted.computeIfAbsent(name, this::count))
                .filter(part -> !part.table().isEmpty() && !ended.contains(part.crawl()))
                .collect(Collectors.groupingBy(Counted::crawl, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(WorkCounts::sum)
                .toList();
    }

    private List<String> names() {
        try {
            return store.list(FOLDER).stream()
                    .filter(name -> PART.matcher(name).matches())
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(); // A crawl ended while we looked, and its folders went.
        }
    }

    /// Of no table where the file went meanwhile.
    private Counted count(String name) {
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            throw new IllegalArgumentException(name);
        }
        LocalDate crawl = LocalDate.parse(part.group(1));
        try {
            boolean again = Part.place(name).filter(Part.Place::retried).isPresent();
            boolean countable = !part.group(2).equals(Table.CERTIFICATES.name()) && !again;
            return new Counted(
                    crawl,
                    part.group(2),
                    countable ? ParquetFiles.rows(store.local(name)) : 0,
                    Files.getLastModifiedTime(store.local(name)).toInstant());
        } catch (UserError | NoSuchFileException e) {
            return new Counted(crawl, "", 0, Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnderWay sum(List<Counted> parts) {
        return new UnderWay(
                parts.getFirst().crawl(),
                rows(parts, Table.FRAME),
                rows(parts, Table.DOMAINS),
                rows(parts, Table.MX_HOSTS),
                rows(parts, Table.SMTP),
                parts.size(),
                parts.stream()
                        .map(Counted::published)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    private static long rows(List<Counted> parts, Table<?> table) {
        return parts.stream()
                .filter(part -> Objects.equals(part.table(), table.name()))
                .mapToLong(Counted::rows)
                .sum();
    }
}
