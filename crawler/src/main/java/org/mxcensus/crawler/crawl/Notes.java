package org.mxcensus.crawler.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.datasets.store.Manifests;

/// Records noted beside the rows of a part, as JSON.
final class Notes {

    private Notes() {}

    static Map<String, String> written(String key, Record note) {
        try {
            return Map.of(key, Manifests.JSON.writeValueAsString(note));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note is plain data", e);
        }
    }

    static <N extends Record> Optional<N> read(String key, Map<String, String> notes, Class<N> type) {
        String text = notes.get(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifests.JSON.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note that nobody wrote: " + text, e);
        }
    }
}
