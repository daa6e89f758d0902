package org.mxcensus.analyzer.judge;

import java.util.Set;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.TlsFlaw;

/// What the client offers that looked at the hosts.
///
/// Whoever is offered no TLS 1.3 agrees on TLS 1.2, or on nothing. That says nothing about the hosts, so of a scan of
/// others that never agreed on TLS 1.3 nobody is said to lack it; the same with groups that have ML-KEM.
///
/// @param offersTls13 it offers TLS 1.3
/// @param offersMlKem it offers a group with ML-KEM
public record Client(boolean offersTls13, boolean offersMlKem) {

    /// Our own.
    public static final Client OURS = new Client(true, true);

    /// One that nothing is known of.
    public static final Client UNKNOWN = new Client(false, false);

    /// What one dialogue shows of the client.
    public static Client of(SmtpObservation seen) {
        return seen.outcome() instanceof SmtpOutcome.TlsEstablished(TlsSession session)
                ? new Client(SessionFlaws.isTls13(session), SessionFlaws.postQuantum(session) == Finding.YES)
                : UNKNOWN;
    }

    /// What two dialogues show together.
    public Client or(Client other) {
        return new Client(offersTls13 || other.offersTls13, offersMlKem || other.offersMlKem);
    }

    Finding tls13(TlsSession session) {
        return told(Finding.of(SessionFlaws.isTls13(session)), offersTls13);
    }

    Finding postQuantum(TlsSession session) {
        return told(SessionFlaws.postQuantum(session), offersMlKem);
    }

    private static Finding told(Finding finding, boolean offered) {
        return finding == Finding.NO && !offered ? Finding.UNMEASURED : finding;
    }

    Set<TlsFlaw> flaws(TlsSession session) {
        Set<TlsFlaw> flaws = SessionFlaws.of(session);
        if (!offersTls13) {
            flaws.remove(TlsFlaw.NO_TLS13);
        }
        return flaws;
    }

    /// Whether the session is the best that the server has.
    boolean showsAll(TlsSession session) {
        return offersTls13 || SessionFlaws.isTls13(session);
    }

    /// Whether the handshake may have failed for what the client lacks.
    boolean mayHaveFailed(Connection.NoTls none) {
        return !offersTls13 && none.cause() == DaneCause.HANDSHAKE;
    }
}
