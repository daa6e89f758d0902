package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.records.X509Facts;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.TlsFlaw;

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

    /// A chain, whether it leads to a trusted root, and what else there is to say of it that holds for every host.
    ///
    /// @param flaws of its keys and signatures
    /// @param leaf what holds of the leaf
    /// @param after the verdict holds from after this moment
    /// @param before until before this one
    record Judged(
            Chain chain,
            Trust trust,
            ChainStatus status,
            Set<TlsFlaw> flaws,
            Leaf leaf,
            Instant after,
            Instant before) {
        Judged {
            flaws = Set.copyOf(flaws);
        }

        boolean holds(Instant at) {
            return at.isAfter(after) && at.isBefore(before);
        }
    }

    /// @param certificates those of the crawl
    Issuers issuers(Certificates certificates) {
        return new Issuers(roots, certificates);
    }

    /// @param sent the digests of the certificates as sent
    /// @param at when the chain was seen
    Judged judge(List<String> sent, Certificates certificates, Instant at) {
        Judged before = known.get(sent);
        if (before != null && before.holds(at)) {
            return before;
        }
        Chain chain = before == null ? Chain.of(sent, certificates) : before.chain();
        Judged judged = before == null ? first(chain, sent, certificates, at) : again(before, at);
        if (chain instanceof Chain.Parsed) {
            known.put(sent, judged);
        }
        return judged;
    }

    private Judged first(Chain chain, List<String> sent, Certificates certificates, Instant at) {
        ChainStatus status = new Completeness(roots, certificates).of(chain, sent);
        Leaf leaf = Leaf.of(chain);
        return switch (chain) {
            case Chain.Parsed parsed -> at(at, parsed, status, CertificateFlaws.of(parsed.path()), leaf);
            // A key so short that the library refuses the certificate is to be told all the same.
            case Chain.Malformed _ ->
                at(
                        at,
                        chain,
                        status,
                        sent.stream()
                                .limit(1)
                                .flatMap(first -> certificates.der(first).stream())
                                .flatMap(der -> CertificateFlaws.of(X509Facts.of(der)).stream())
                                .collect(Collectors.toSet()),
                        leaf);
            case Chain.Lost _ -> at(at, chain, status, Set.of(), leaf);
        };
    }

    private Judged again(Judged before, Instant at) {
        return at(at, before.chain(), before.status(), before.flaws(), before.leaf());
    }

    /// The verdict changes with time only where a certificate begins or ends to be valid.
    private Judged at(Instant at, Chain chain, ChainStatus status, Set<TlsFlaw> flaws, Leaf leaf) {
        List<Instant> turns = Stream.concat(
                        certificates(chain), certificates(chain).flatMap(roots::over))
                .flatMap(c ->
                        Stream.of(c.getNotBefore().toInstant(), c.getNotAfter().toInstant()))
                .sorted()
                .toList();
        return new Judged(
                chain,
                PathJudge.judge(chain, roots, at),
                status,
                flaws,
                leaf,
                turns.stream().filter(turn -> !turn.isAfter(at)).reduce(Instant.MIN, (_, last) -> last),
                turns.stream().filter(turn -> !turn.isBefore(at)).findFirst().orElse(Instant.MAX));
    }

    private static Stream<X509Certificate> certificates(Chain chain) {
        return chain instanceof Chain.Parsed parsed
                ? Stream.concat(Stream.of(parsed.leaf()), parsed.others().stream())
                : Stream.empty();
    }
}
