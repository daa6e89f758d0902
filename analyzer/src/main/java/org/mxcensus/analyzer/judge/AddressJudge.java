package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.ChainStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.TlsFlaw;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TlsTraits;
import org.mxcensus.datasets.schema.TrustFault;

/// Judges one address of one MX host.
///
/// @param dane judges DANE at it
/// @param client what looked at it
record AddressJudge(String host, AddressDane dane, Chains chains, Client client, Certificates certificates) {

    AddressJudgement judge(SmtpObservation seen, boolean counts) {
        return switch (Connection.of(seen)) {
            case Connection.Tls tls -> established(seen, tls.session(), counts);
            case Connection.NoTls none when client.mayHaveFailed(none) -> unmeasured(seen.ip(), none.reason(), counts);
            case Connection.NoTls none ->
                new AddressJudgement(
                        row(seen.ip(), Finding.NO, none.grade(), dane.withoutTls(none), none.reason()),
                        true,
                        counts,
                        Optional.empty(),
                        List.of(),
                        dane.lookupIsTheirs());
            case Connection.NoMail none ->
                new AddressJudgement(
                        row(seen.ip(), null, null, dane.unmeasured(), none.reason()),
                        false,
                        counts,
                        Optional.empty(),
                        List.of(),
                        false);
            case Connection.Unmeasured unmeasured -> unmeasured(seen.ip(), unmeasured.reason(), counts);
        };
    }

    /// An address that the host has and that nobody tried.
    AddressJudgement untried(String ip, boolean counts) {
        return unmeasured(ip, "not tried", counts);
    }

    private AddressJudgement unmeasured(String ip, String reason, boolean counts) {
        return new AddressJudgement(
                row(ip, Finding.UNMEASURED, TlsGrade.UNMEASURED, dane.unmeasured(), reason),
                true,
                counts,
                Optional.empty(),
                List.of(),
                dane.lookupIsTheirs());
    }

    private AddressJudgement established(SmtpObservation seen, TlsSession session, boolean counts) {
        Chains.Judged judged = chains.judge(session.chain(), certificates, seen.observedAt());
        AddressDane.Verdict verdict = dane.established(seen, session, judged.chain());
        Set<TlsFlaw> flaws = client.flaws(session);
        flaws.addAll(judged.flaws());
        HostVerdictRow row = new HostVerdictRow(
                host,
                seen.ip(),
                Finding.YES,
                client.tls13(session),
                trusted(judged.trust()),
                judged.trust() instanceof Trust.Untrusted(TrustFault fault) ? fault : null,
                name(judged),
                verdict.status(),
                verdict.cause(),
                verdict.match(),
                session.chain().isEmpty() ? null : session.chain().getFirst(),
                grade(flaws, judged.chain() instanceof Chain.Lost || !client.showsAll(session)),
                List.copyOf(flaws),
                client.postQuantum(session),
                judged.status(),
                judged.chain() instanceof Chain.Lost ? "the certificate is not stored" : null,
                SessionTraits.of(seen, session, judged.leaf()));
        return new AddressJudgement(
                row, true, counts, Optional.of(judged.leaf()), verdict.anchoredNames(), dane.lookupIsTheirs());
    }

    /// Without all that counts only the worst grade is sure: the rest can make it no better.
    private static TlsGrade grade(Set<TlsFlaw> flaws, boolean partly) {
        TlsGrade grade = TlsGrade.of(flaws);
        return partly && grade != TlsGrade.DEPRECATED ? TlsGrade.UNMEASURED : grade;
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
            case Chain.Parsed _ -> Finding.of(Names.match(judged.leaf().dnsNames(), host));
            case Chain.Malformed _ -> Finding.NO;
            case Chain.Lost _ -> Finding.UNMEASURED;
        };
    }

    /// A row without TLS: what a session would show is unmeasured where TLS is, and does not apply otherwise.
    private HostVerdictRow row(
            String ip,
            @Nullable Finding starttls,
            @Nullable TlsGrade grade,
            AddressDane.Verdict verdict,
            String reason) {
        @Nullable Finding ofSession = starttls == Finding.UNMEASURED ? Finding.UNMEASURED : null;
        return new HostVerdictRow(
                host,
                ip,
                starttls,
                ofSession,
                ofSession,
                null,
                ofSession,
                verdict.status(),
                verdict.cause(),
                verdict.match(),
                null,
                grade,
                List.of(),
                ofSession,
                ofSession == null ? null : ChainStatus.UNMEASURED,
                reason,
                traits(starttls));
    }

    private static TlsTraits traits(@Nullable Finding starttls) {
        return switch (starttls) {
            case NO -> TlsTraits.WITHOUT_TLS;
            case UNMEASURED -> TlsTraits.UNMEASURED;
            case YES -> throw new IllegalArgumentException("a session has traits of its own");
            case null -> TlsTraits.NONE;
        };
    }
}
