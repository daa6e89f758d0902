package org.mxcensus.analyzer.judge;

import java.security.PublicKey;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.TrustFault;

/// Compares a chain with the usable TLSA records of a host (RFC 7672 §3, RFC 7671 §5).
///
/// @param chain as sent
/// @param base the TLSA base domain, the first reference identifier (RFC 7672 §3.2.2)
/// @param at when the chain was seen
record DaneJudge(Chain.Parsed chain, String base, Instant at) {

    /// @param effective what [TlsaRules#effective] leaves, at least one
    DaneMatch judge(List<TlsaRecord> effective) {
        List<DaneMatch> matches = Stream.concat(
                        effective.stream()
                                .filter(r -> r.usage() == TlsaRules.DANE_EE)
                                .map(this::endEntity),
                        effective.stream()
                                .filter(r -> r.usage() == TlsaRules.DANE_TA)
                                .map(this::trustAnchor))
                .toList();
        // RFC 7671 §5: one record that matches suffices.
        return matches.stream()
                .filter(DaneMatch.Matched.class::isInstance)
                .findFirst()
                .or(() -> matches.stream()
                        .filter(DaneMatch.OtherName.class::isInstance)
                        .findFirst())
                .orElseGet(() -> new DaneMatch.NoMatch(nearest(matches)));
    }

    /// What the path to an anchor lacks, where a record names one that was sent: then the records are not at fault.
    private static DaneCause nearest(List<DaneMatch> matches) {
        List<DaneCause> causes = matches.stream()
                .map(match -> match instanceof DaneMatch.NoMatch no ? no.cause() : DaneCause.NO_MATCH)
                .toList();
        return Stream.of(DaneCause.EXPIRED, DaneCause.PATH_INVALID)
                .filter(causes::contains)
                .findFirst()
                .orElse(DaneCause.NO_MATCH);
    }

    // RFC 7672 §3.1.1: the leaf alone, whatever its names and dates.
    private DaneMatch endEntity(TlsaRecord tlsa) {
        return TlsaRules.matches(tlsa, chain.leaf())
                ? new DaneMatch.Matched(tlsa)
                : new DaneMatch.NoMatch(DaneCause.NO_MATCH);
    }

    private DaneMatch trustAnchor(TlsaRecord tlsa) {
        List<Optional<DaneCause>> paths = pathFaults(tlsa);
        if (paths.isEmpty()) {
            boolean sent = chain.others().stream()
                    .anyMatch(other -> !other.equals(chain.leaf()) && TlsaRules.matches(tlsa, other));
            return new DaneMatch.NoMatch(sent ? DaneCause.PATH_INVALID : DaneCause.NO_MATCH);
        }
        if (paths.stream().noneMatch(Optional::isEmpty)) {
            return new DaneMatch.NoMatch(
                    paths.stream().flatMap(Optional::stream).findFirst().orElseThrow());
        }
        List<String> names = Names.daneNames(CertificateFlaws.facts(chain.leaf()));
        return Names.match(names, base) ? new DaneMatch.Matched(tlsa) : new DaneMatch.OtherName(tlsa, names);
    }

    /// For each way from the leaf to the anchor, what is wrong with it; empty where the anchor is nowhere.
    private List<Optional<DaneCause>> pathFaults(TlsaRecord tlsa) {
        List<X509Certificate> path = chain.path();
        // RFC 7672 §3.1.2: the anchor in the chain; never the leaf itself.
        Stream<Optional<DaneCause>> sent = IntStream.range(1, path.size())
                .filter(i -> TlsaRules.matches(tlsa, path.get(i)))
                .mapToObj(i -> below(path.subList(0, i), path.get(i)));
        return Stream.concat(sent, brought(tlsa, path)).toList();
    }

    /// RFC 7671 §5.2.2 and §5.2.3: matching type Full(0) brings the anchor itself, a certificate or a bare key.
    private Stream<Optional<DaneCause>> brought(TlsaRecord tlsa, List<X509Certificate> path) {
        if (tlsa.matching() != 0) {
            return Stream.empty();
        }
        if (tlsa.selector() == 0) {
            return TlsaRules.certificate(tlsa).stream()
                    .filter(anchor -> !anchor.equals(chain.leaf()))
                    .flatMap(anchor -> IntStream.rangeClosed(1, path.size())
                            .filter(i ->
                                    path.get(i - 1).getIssuerX500Principal().equals(anchor.getSubjectX500Principal()))
                            .mapToObj(i -> below(path.subList(0, i), anchor)));
        }
        return TlsaRules.key(tlsa).stream()
                .filter(key -> !key.equals(chain.leaf().getPublicKey()))
                .flatMap(key -> IntStream.rangeClosed(1, path.size())
                        .filter(i -> isSignedBy(path.get(i - 1), key))
                        .mapToObj(i -> fault(path.subList(0, i), bare(path.get(i - 1), key))));
    }

    private static TrustAnchor bare(X509Certificate issued, PublicKey key) {
        return new TrustAnchor(issued.getIssuerX500Principal(), key, null);
    }

    private static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (java.security.GeneralSecurityException e) {
            return false;
        }
    }

    /// RFC 7671 §5.2: signatures and dates down from the anchor. RFC 5280 §6.1.1 has no dates among what is known of an
    /// anchor; OpenSSL, by which most senders go, looks at them where it is self-issued. Whoever was issued a
    /// certificate for a server has not become an authority by a TLSA record.
    private Optional<DaneCause> below(List<X509Certificate> path, X509Certificate anchor) {
        if (Chain.selfIssued(anchor) && PathJudge.dates(anchor, at).isPresent()) {
            return Optional.of(DaneCause.EXPIRED);
        }
        return PathJudge.isAuthority(anchor)
                ? fault(path, new TrustAnchor(anchor, null))
                : Optional.of(DaneCause.PATH_INVALID);
    }

    private Optional<DaneCause> fault(List<X509Certificate> path, TrustAnchor anchor) {
        if (!PathJudge.isForServers(chain.leaf())) {
            return Optional.of(DaneCause.PATH_INVALID);
        }
        return PathJudge.validate(path, anchor, at)
                .map(fault -> fault == TrustFault.EXPIRED || fault == TrustFault.NOT_YET_VALID
                        ? DaneCause.EXPIRED
                        : DaneCause.PATH_INVALID);
    }
}
