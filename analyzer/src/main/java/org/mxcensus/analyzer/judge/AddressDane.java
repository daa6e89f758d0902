package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.Tlsa;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;

/// Judges DANE at one address of an MX host.
///
/// @param tlsa what a sender makes of the host's TLSA look-up
/// @param before what the crawl before saw of the host
record AddressDane(TlsaState tlsa, Chains chains, Certificates certificates, Past before) {

    /// What the crawl before saw of a host.
    ///
    /// @param certificates of its chains
    record Past(Optional<Previous.Host> host, Certificates certificates) {

        Optional<Mismatch.Before> at(String ip) {
            return host.flatMap(then -> Optional.ofNullable(then.chains().get(ip))
                    .map(sent -> Chain.of(sent, certificates))
                    .flatMap(chain -> chain instanceof Chain.Parsed parsed
                            ? Optional.of(new Mismatch.Before(then.tlsa(), parsed))
                            : Optional.empty()));
        }
    }

    /// @param match the record that matches; null where none does
    /// @param anchoredNames the leaf's names where DANE fails by the name alone
    record Verdict(
            DaneStatus status,
            @Nullable DaneCause cause,
            @Nullable String match,
            List<String> anchoredNames) {
        Verdict {
            anchoredNames = List.copyOf(anchoredNames);
        }

        static Verdict of(DaneStatus status, @Nullable DaneCause cause) {
            return new Verdict(status, cause, null, List.of());
        }
    }

    /// The verdict where nothing is known of the server: what DNS alone says.
    Verdict unmeasured() {
        return switch (tlsa) {
            case TlsaState.None none ->
                Verdict.of(DaneStatus.NOT_DEPLOYED, none.insecure() ? DaneCause.INSECURE_TLSA : null);
            case TlsaState.LookupFailed failed ->
                Verdict.of(DaneStatus.LOOKUP_FAILED, DaneCause.ofLookup(failed.failure()));
            case TlsaState.Unmeasured lost -> Verdict.of(DaneStatus.UNMEASURED, lost.cause());
            case TlsaState.Usable _, TlsaState.Unusable _ -> Verdict.of(DaneStatus.UNMEASURED, DaneCause.NOT_MEASURED);
        };
    }

    Verdict withoutTls(Connection.NoTls none) {
        return switch (tlsa) {
            case TlsaState.Usable _, TlsaState.Unusable _ ->
                Verdict.of(
                        none.cause() == DaneCause.HANDSHAKE ? DaneStatus.HANDSHAKE_FAILED : DaneStatus.STARTTLS_MISSING,
                        none.cause());
            case TlsaState.None _, TlsaState.LookupFailed _, TlsaState.Unmeasured _ -> unmeasured();
        };
    }

    /// Failures that the zone or its servers cause, whoever asks.
    boolean lookupIsTheirs() {
        return tlsa instanceof TlsaState.LookupFailed failed
                && (failed.failure() == DnsFailure.BOGUS || failed.failure() == DnsFailure.SERVFAIL);
    }

    /// @param chain that of the session
    Verdict established(SmtpObservation seen, TlsSession session, Chain chain) {
        return switch (tlsa) {
            // RFC 7672 §2.2: without a usable record TLS is mandatory, and anybody may be at its end.
            case TlsaState.Unusable unusable -> Verdict.of(DaneStatus.UNUSABLE, unusable(unusable, seen, chain));
            case TlsaState.Usable usable -> usable(usable, seen, session, chain);
            case TlsaState.None _, TlsaState.LookupFailed _, TlsaState.Unmeasured _ -> unmeasured();
        };
    }

    private DaneCause unusable(TlsaState.Unusable unusable, SmtpObservation seen, Chain chain) {
        return chain instanceof Chain.Parsed parsed
                ? MismatchCauses.ofUnusable(mismatch(unusable.published(), seen, parsed))
                : DaneCause.NO_USABLE_RECORD;
    }

    private Verdict usable(TlsaState.Usable usable, SmtpObservation seen, TlsSession session, Chain chain) {
        return switch (chain) {
            case Chain.Parsed parsed ->
                switch (match(usable, parsed, seen)) {
                    case DaneMatch.Matched matched -> matched(matched, otherKey(usable, seen, session));
                    case DaneMatch.OtherName other ->
                        new Verdict(DaneStatus.MISMATCH, DaneCause.NAME, Tlsa.format(other.record()), other.names());
                    case DaneMatch.NoMatch no ->
                        Verdict.of(
                                DaneStatus.MISMATCH,
                                otherMatches(usable, seen, session)
                                        ? DaneCause.OTHER_KEY_TYPE
                                        : cause(no, usable, seen, parsed));
                };
            case Chain.Malformed _ ->
                Verdict.of(
                        DaneStatus.MISMATCH,
                        otherMatches(usable, seen, session) ? DaneCause.OTHER_KEY_TYPE : DaneCause.NO_CERTIFICATE);
            case Chain.Lost _ -> unmeasured();
        };
    }

    /// RFC 7671 §8.1 wants every chain to match that a server may show; which of them a sender meets is up to both.
    private static Verdict matched(DaneMatch.Matched matched, Optional<DaneMatch> other) {
        boolean otherFails = other.map(DaneMatch.NoMatch.class::isInstance).orElse(false);
        return new Verdict(
                DaneStatus.VALID,
                otherFails ? DaneCause.ONLY_ONE_KEY_TYPE : null,
                Tlsa.format(matched.record()),
                List.of());
    }

    private boolean otherMatches(TlsaState.Usable usable, SmtpObservation seen, TlsSession session) {
        return otherKey(usable, seen, session)
                .map(DaneMatch.Matched.class::isInstance)
                .orElse(false);
    }

    private DaneCause cause(DaneMatch.NoMatch no, TlsaState.Usable usable, SmtpObservation seen, Chain.Parsed chain) {
        return no.cause() == DaneCause.NO_MATCH
                ? MismatchCauses.of(mismatch(usable.published(), seen, chain))
                : no.cause();
    }

    private Mismatch mismatch(List<TlsaRecord> published, SmtpObservation seen, Chain.Parsed chain) {
        return new Mismatch(published, chain, seen.observedAt(), before.at(seen.ip()), chains.issuers(certificates));
    }

    private static DaneMatch match(TlsaState.Usable usable, Chain.Parsed chain, SmtpObservation seen) {
        return new DaneJudge(chain, usable.base(), seen.observedAt()).judge(usable.effective());
    }

    /// What a client sees that takes no key of the first leaf's type; empty where it was not seen or is no other.
    private Optional<DaneMatch> otherKey(TlsaState.Usable usable, SmtpObservation seen, TlsSession session) {
        return seen.secondLooks().stream()
                .filter(look -> look.purpose() == SecondLook.Purpose.OTHER_KEY)
                .flatMap(look -> look.outcome() instanceof SmtpOutcome.TlsEstablished(TlsSession other)
                                && !other.chain().isEmpty()
                                && !session.chain().isEmpty()
                                && !other.chain()
                                        .getFirst()
                                        .equals(session.chain().getFirst())
                        ? Stream.of(other)
                        : Stream.empty())
                .flatMap(other -> Stream.of(chains.judge(other.chain(), certificates, seen.observedAt())
                        .chain()))
                .<DaneMatch>mapMulti((chain, sink) -> {
                    switch (chain) {
                        case Chain.Parsed parsed -> sink.accept(match(usable, parsed, seen));
                        case Chain.Malformed _ -> sink.accept(new DaneMatch.NoMatch(DaneCause.NO_CERTIFICATE));
                        case Chain.Lost _ -> {}
                    }
                })
                .findFirst();
    }
}
