package org.mxcensus.crawler.smtp;

import java.util.List;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;

/// What an address showed to one of its names, as far as another name could take it over.
sealed interface Shown {

    /// A TLS session with these certificates.
    record Chain(List<String> sha256) implements Shown {}

    /// Nobody took the connection, before any name was spoken.
    record Silence() implements Shown {}

    /// Something that may be of this name alone.
    record OfThisName() implements Shown {}

    /// Nothing could be told.
    record Nothing() implements Shown {}

    static Shown of(SmtpObservation seen) {
        return switch (seen.outcome()) {
            case SmtpOutcome.TlsEstablished tls -> new Chain(tls.session().chain());
            case SmtpOutcome.NotConnected not when not.stage() == SmtpStage.CONNECT -> new Silence();
            case SmtpOutcome.NotConnected not -> new Nothing();
            case SmtpOutcome.Deferred o -> new Nothing();
            case SmtpOutcome.Blocked o -> new Nothing();
            case SmtpOutcome.NotAttempted o -> new Nothing();
            case SmtpOutcome.InternalError o -> new Nothing();
            case SmtpOutcome.NoService o -> new OfThisName();
            case SmtpOutcome.EhloRejected o -> new OfThisName();
            case SmtpOutcome.StartTlsNotOffered o -> new OfThisName();
            case SmtpOutcome.StartTlsRefused o -> new OfThisName();
            case SmtpOutcome.HandshakeFailed o -> new OfThisName();
            case SmtpOutcome.ProtocolError o -> new OfThisName();
        };
    }
}
