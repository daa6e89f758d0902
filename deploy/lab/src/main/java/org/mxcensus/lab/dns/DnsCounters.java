package org.mxcensus.lab.dns;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Type;

/// How many questions came, and how.
public final class DnsCounters {

    private final LongAdder datagrams = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final LongAdder truncated = new LongAdder();
    private final Map<Integer, LongAdder> byType = new ConcurrentHashMap<>();

    void count(int type, boolean datagram) {
        (datagram ? datagrams : streams).increment();
        byType.computeIfAbsent(type, any -> new LongAdder()).increment();
    }

    void countTruncated() {
        truncated.increment();
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

    /// Queries by type, as `MX` or `TLSA`.
    public Map<String, Long> byType() {
        Map<String, Long> counts = new TreeMap<>();
        byType.forEach((type, count) -> counts.put(Type.string(type), count.sum()));
        return counts;
    }
}
