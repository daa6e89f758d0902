package org.mxcensus.dashboard.census;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.transition.Transitions;
import org.mxcensus.datasets.store.Store;

/// The two crawls that were compared last, held open, since whoever asks for a list of domains asks for more of it.
/// For one thread.
final class Comparison implements AutoCloseable {
    private final Store store;
    private List<Object> opened = List.of();
    private @Nullable Transitions open;

    Comparison(Store store) {
        this.store = store;
    }

    /// Asks a comparison something.
    ///
    /// @param basis what the manifests of the crawls are known by
    <T> T ask(LocalDate before, LocalDate after, List<Object> basis, Function<Transitions, T> question) {
        List<Object> wanted = List.of(before, after, basis);
        Transitions current = open;
        if (current == null || !opened.equals(wanted)) {
            close();
            current = Transitions.between(store, before, after);
            open = current;
            opened = wanted;
        }
        return question.apply(current);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
