package org.mxcensus.lab.dns;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// How many questions came, and how.
public final class DnsCounters {

    private final LongAdder datagrams = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final LongAdder truncated = new LongAdder();
    private final Map<Name, Map<Integer, LongAdder>> byName = new ConcurrentHashMap<>();

    void count(Name name, int type, boolean datagram) {
        (datagram ? datagrams : streams).increment();
        Map<Integer, LongAdder> watched = byName.get(name);
        if (watched != null) {
            watched.computeIfAbsent(type, any -> new LongAdder()).increment();
        }
    }

    void countTruncated() {
        truncated.increment();
    }

    /// Counts the queries for one name by themselves from now on. Not those for every name: a world has more of them
    /// than room.
    public void watch(String name) {
        byName.putIfAbsent(Zones.name(name), new ConcurrentHashMap<>());
    }

    /// Queries for a name since it is watched, by type; empty for one that is not.
    public Map<String, Long> queriesFor(String name) {
        return byType(byName.getOrDefault(Zones.name(name), Map.of()));
    }

    /// Queries over UDP.
    public long overUdp() {
        return datagrams.sum();
    }

    /// Queries over TCP.
    public long overTcp() {
        return streams.sum();
    }

    /// Answers over UDP that did not fit.
    public long truncated() {
        return truncated.sum();
    }

    private static Map<String, Long> byType(Map<Integer, LongAdder> numbers) {
        Map<String, Long> counts = new TreeMap<>();
        numbers.forEach((type, count) -> counts.put(Type.string(type), count.sum()));
        return counts;
    }
}
