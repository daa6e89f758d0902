package org.mxcensus.analyzer.verdict;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the rows of a table in their order, file after file, and keeps none of them. The iterator of a stream that
/// is flat-mapped from several files would hold all the rows of a file.
final class TableReader<R extends Record> implements Iterator<R>, AutoCloseable {
    private final Iterator<String> paths;
    private final Function<String, Stream<R>> open;
    private Stream<R> file = Stream.empty();
    private Iterator<R> rows = file.iterator();

    /// @param open opens a file, once the one before it has been read
    TableReader(List<String> paths, Function<String, Stream<R>> open) {
        this.paths = paths.iterator();
        this.open = open;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && paths.hasNext()) {
            file.close();
            file = open.apply(paths.next());
            rows = file.iterator();
        }
        return rows.hasNext();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    public void close() {
        file.close();
    }
}
