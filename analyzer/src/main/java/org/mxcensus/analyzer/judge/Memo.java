package org.mxcensus.analyzer.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was found out lately, so that the same need not be found out again. Safe for use by several threads, of which
/// two may find out the same at once.
final class Memo<K, V> {
    private static final int REMEMBERED = 16_384;

    private final Map<K, V> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    });

    V of(K key, Function<K, V> found) {
        V before = known.get(key);
        if (before != null) {
            return before;
        }
        V now = found.apply(key);
        known.put(key, now);
        return now;
    }
}
