package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Judges chains, and remembers the latest: thousands of hosts show the same one. Safe for use by several threads.
///
/// A digest stands for the bytes, so what is remembered is what would be found again.
final class Chains {
    private static final int REMEMBERED = 8_192;

    private final TrustRoots roots;
    private final Map<List<String>, Judged> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Judged> eldest) {
            return size() > REMEMBERED;
        }
    });

    Chains(TrustRoots roots) {
        this.roots = roots;
    }

    /// A chain and whether it leads to a trusted root.
    ///
    /// @param after the verdict holds from after this moment
    /// @param before until before this one
    record Judged(Chain chain, Trust trust, Instant after, Instant before) {
        boolean holds(Instant at) {
            return at.isAfter(after) && at.isBefore(before);
        }
    }

    /// @param sent the digests of the certificates as sent
    /// @param at when the chain was seen
    Judged judge(List<String> sent, Certificates certificates, Instant at) {
        Judged before = known.get(sent);
        if (before != null && before.holds(at)) {
            return before;
        }
        Chain chain = before == null ? Chain.of(sent, certificates) : before.chain();
        Judged judged = judged(chain, at);
        if (chain instanceof Chain.Parsed) {
            known.put(sent, judged);
        }
        return judged;
    }

    /// The verdict changes with time only where a certificate begins or ends to be valid.
    private Judged judged(Chain chain, Instant at) {
        List<Instant> turns = certificates(chain)
                .flatMap(c ->
                        Stream.of(c.getNotBefore().toInstant(), c.getNotAfter().toInstant()))
                .sorted()
                .toList();
        return new Judged(
                chain,
                PathJudge.judge(chain, roots, at),
                turns.stream().filter(turn -> !turn.isAfter(at)).reduce(Instant.MIN, (_, last) -> last),
                turns.stream().filter(turn -> !turn.isBefore(at)).findFirst().orElse(Instant.MAX));
    }

    private static Stream<X509Certificate> certificates(Chain chain) {
        return chain instanceof Chain.Parsed parsed
                ? Stream.concat(Stream.of(parsed.leaf()), parsed.others().stream())
                : Stream.empty();
    }
}
