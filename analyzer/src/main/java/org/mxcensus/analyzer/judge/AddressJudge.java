package org.mxcensus.analyzer.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.records.Tlsa;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TrustFault;

/// Judges one address of one MX host.
///
/// @param tlsa what a sender makes of the host's TLSA look-up
record AddressJudge(String host, TlsaState tlsa, Chains chains, Certificates certificates) {

    AddressJudgement judge(SmtpObservation seen, boolean counts) {
        return switch (Connection.of(seen)) {
            case Connection.Tls tls -> established(seen, tls.session(), counts);
            case Connection.NoTls none -> withoutTls(seen.ip(), none, counts);
            case Connection.NoMail none ->
                new AddressJudgement(
                        row(seen.ip(), null, null, unmeasuredDane(), none.reason()), false, counts, List.of(), false);
            case Connection.Unmeasured unmeasured -> unmeasured(seen.ip(), unmeasured.reason(), counts);
        };
    }

    /// An address that the host has and that nobody tried.
    AddressJudgement untried(String ip, boolean counts) {
        return unmeasured(ip, "not tried", counts);
    }

    private AddressJudgement unmeasured(String ip, String reason, boolean counts) {
        return new AddressJudgement(
                row(ip, Finding.UNMEASURED, TlsGrade.UNMEASURED, unmeasuredDane(), reason),
                true,
                counts,
                List.of(),
                lookupIsTheirs());
    }

    private AddressJudgement withoutTls(String ip, Connection.NoTls none, boolean counts) {
        Dane dane = switch (tlsa) {
            case TlsaState.Usable _, TlsaState.Unusable _ ->
                new Dane(
                        none.cause() == DaneCause.HANDSHAKE ? DaneStatus.HANDSHAKE_FAILED : DaneStatus.STARTTLS_MISSING,
                        none.cause(),
                        null);
            case TlsaState.None _, TlsaState.LookupFailed _, TlsaState.Unmeasured _ -> unmeasuredDane();
        };
        return new AddressJudgement(
                row(ip, Finding.NO, none.grade(), dane, none.reason()), true, counts, List.of(), lookupIsTheirs());
    }

    /// The verdict where nothing is known of the server: what DNS alone says.
    private Dane unmeasuredDane() {
        return switch (tlsa) {
            case TlsaState.None none ->
                new Dane(DaneStatus.NOT_DEPLOYED, none.insecure() ? DaneCause.INSECURE_TLSA : null, null);
            case TlsaState.LookupFailed failed ->
                new Dane(DaneStatus.LOOKUP_FAILED, DaneCause.ofLookup(failed.failure()), null);
            case TlsaState.Usable _, TlsaState.Unusable _, TlsaState.Unmeasured _ ->
                new Dane(DaneStatus.UNMEASURED, DaneCause.NOT_MEASURED, null);
        };
    }

    /// Failures that the zone or its servers cause, whoever asks.
    private boolean lookupIsTheirs() {
        return tlsa instanceof TlsaState.LookupFailed failed
                && (failed.failure() == DnsFailure.BOGUS || failed.failure() == DnsFailure.SERVFAIL);
    }

    private AddressJudgement established(SmtpObservation seen, TlsSession session, boolean counts) {
        Instant at = seen.observedAt();
        Chains.Judged judged = chains.judge(session.chain(), certificates, at);
        DaneMatch match = tlsa instanceof TlsaState.Usable usable ? match(usable, judged.chain(), at) : null;
        Dane dane = match == null ? withoutMatch() : dane(match, otherKey(seen, session));
        Set<TlsFlaw> flaws = SessionFlaws.of(session);
        flaws.addAll(judged.flaws());
        HostVerdictRow row = new HostVerdictRow(
                host,
                seen.ip(),
                Finding.YES,
                Finding.of(session.version().equals("TLSv1.3")),
                trusted(judged.trust()),
                judged.trust() instanceof Trust.Untrusted(TrustFault fault) ? fault : null,
                name(judged),
                dane.status(),
                dane.cause(),
                dane.match(),
                session.chain().isEmpty() ? null : session.chain().getFirst(),
                grade(flaws, judged.chain()),
                List.copyOf(flaws),
                SessionFlaws.postQuantum(session),
                judged.status(),
                judged.chain() instanceof Chain.Lost ? "the certificate is not stored" : null);
        return new AddressJudgement(
                row,
                true,
                counts,
                match instanceof DaneMatch.OtherName other ? other.names() : List.of(),
                lookupIsTheirs());
    }

    /// Without the certificates only the worst grade is sure: they can make it no better.
    private static TlsGrade grade(Set<TlsFlaw> flaws, Chain chain) {
        TlsGrade grade = TlsGrade.of(flaws);
        return chain instanceof Chain.Lost && grade != TlsGrade.DEPRECATED ? TlsGrade.UNMEASURED : grade;
    }

    /// What a client sees that takes no key of the first leaf's type; empty where it was not seen or is no other.
    private Optional<DaneMatch> otherKey(SmtpObservation seen, TlsSession session) {
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
                .flatMap(other -> {
                    Chain chain = chains.judge(other.chain(), certificates, seen.observedAt())
                            .chain();
                    return tlsa instanceof TlsaState.Usable usable
                            ? Stream.ofNullable(match(usable, chain, seen.observedAt()))
                            : Stream.empty();
                })
                .findFirst();
    }

    /// @return null where the chain is lost
    private static @Nullable DaneMatch match(TlsaState.Usable usable, Chain chain, Instant at) {
        return switch (chain) {
            case Chain.Parsed parsed -> new DaneJudge(parsed, usable.base(), at).judge(usable.effective());
            case Chain.Malformed _ -> new DaneMatch.NoMatch(DaneCause.NO_CERTIFICATE);
            case Chain.Lost _ -> null;
        };
    }

    private Dane withoutMatch() {
        // RFC 7672 §2.2: without a usable record TLS is mandatory, and anybody may be at its end.
        return tlsa instanceof TlsaState.Unusable
                ? new Dane(DaneStatus.UNUSABLE, DaneCause.NO_USABLE_RECORD, null)
                : unmeasuredDane();
    }

    /// @param other what the certificate of another key type gives. RFC 7671 §8.1 wants every chain to match that
    ///     a server may show; which of them a sender meets is up to both.
    private static Dane dane(DaneMatch match, Optional<DaneMatch> other) {
        boolean otherMatches = other.map(DaneMatch.Matched.class::isInstance).orElse(false);
        boolean otherFails = other.map(DaneMatch.NoMatch.class::isInstance).orElse(false);
        return switch (match) {
            case DaneMatch.Matched matched ->
                new Dane(
                        DaneStatus.VALID,
                        otherFails ? DaneCause.ONLY_ONE_KEY_TYPE : null,
                        Tlsa.format(matched.record()));
            case DaneMatch.OtherName named ->
                new Dane(DaneStatus.MISMATCH, DaneCause.NAME, Tlsa.format(named.record()));
            case DaneMatch.NoMatch no ->
                new Dane(DaneStatus.MISMATCH, otherMatches ? DaneCause.OTHER_KEY_TYPE : no.cause(), null);
        };
    }

    private static Finding trusted(Trust trust) {
        return switch (trust) {
            case Trust.Trusted _ -> Finding.YES;
            case Trust.Untrusted _ -> Finding.NO;
            case Trust.Unknown _ -> Finding.UNMEASURED;
        };
    }

    // RFC 9525 §6: subject alternative names only, never the common name.
    private Finding name(Chains.Judged judged) {
        return switch (judged.chain()) {
            case Chain.Parsed _ -> Finding.of(Names.match(judged.names(), host));
            case Chain.Malformed _ -> Finding.NO;
            case Chain.Lost _ -> Finding.UNMEASURED;
        };
    }

    private record Dane(
            DaneStatus status,
            @Nullable DaneCause cause,
            @Nullable String match) {}

    /// A row without TLS: what a session would show is unmeasured where TLS is, and does not apply otherwise.
    private HostVerdictRow row(
            String ip, @Nullable Finding starttls, @Nullable TlsGrade grade, Dane dane, String reason) {
        @Nullable Finding ofSession = starttls == Finding.UNMEASURED ? Finding.UNMEASURED : null;
        return new HostVerdictRow(
                host,
                ip,
                starttls,
                ofSession,
                ofSession,
                null,
                ofSession,
                dane.status(),
                dane.cause(),
                dane.match(),
                null,
                grade,
                List.of(),
                ofSession,
                ofSession == null ? null : ChainStatus.UNMEASURED,
                reason);
    }
}
