package org.mxcensus.analyzer.judge;

import java.util.List;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Finding;

/// What a sender makes of a host's TLSA look-up (RFC 7672 §2.2).
sealed interface TlsaState {

    /// @param base the TLSA base domain
    /// @param published the whole RRset
    /// @param effective the records that count, at least one
    record Usable(String base, List<TlsaRecord> published, List<TlsaRecord> effective) implements TlsaState {
        public Usable {
            published = List.copyOf(published);
            effective = List.copyOf(effective);
        }
    }

    /// A secure RRset without a usable record.
    record Unusable(List<TlsaRecord> published) implements TlsaState {
        public Unusable {
            published = List.copyOf(published);
        }
    }

    /// No secure RRset.
    ///
    /// @param insecure there is an RRset in an insecure zone
    record None(boolean insecure) implements TlsaState {}

    /// Failed below a secure host: a sender stays away from the host (RFC 7672 §2.1.2).
    record LookupFailed(DnsFailure failure) implements TlsaState {}

    /// Could not tell.
    ///
    /// @param cause NOT_MEASURED, or LOOKUP_INTERNAL_ERROR where it is our fault
    record Unmeasured(DaneCause cause) implements TlsaState {}

    static TlsaState of(HostObservation host) {
        return switch (host.tlsa()) {
            case TlsaOutcome.Found found -> {
                List<TlsaRecord> effective = TlsaRules.effective(found.records());
                yield effective.isEmpty()
                        ? new Unusable(found.records())
                        : new Usable(found.base(), found.records(), effective);
            }
            case TlsaOutcome.FoundInsecure _ -> new None(true);
            case TlsaOutcome.Absent _ -> new None(false);
            case TlsaOutcome.Failed failed -> failed(host, failed.failure());
            case TlsaOutcome.NotAsked _ ->
                isUntold(host.a()) || isUntold(host.aaaa()) ? new Unmeasured(DaneCause.NOT_MEASURED) : new None(false);
        };
    }

    private static TlsaState failed(HostObservation host, DnsFailure failure) {
        if (failure == DnsFailure.INTERNAL_ERROR) {
            return new Unmeasured(DaneCause.LOOKUP_INTERNAL_ERROR);
        }
        // RFC 7672 §2.2.2: below an insecure host no sender asks. Through an insecure alias it asks for the CNAME, and
        // a failure of that look-up counts.
        boolean matters =
                isSecure(host.a()) || isSecure(host.aaaa()) || !host.cname().isEmpty();
        return matters ? new LookupFailed(failure) : new None(false);
    }

    /// There is a secure RRset.
    default Finding deployed() {
        return switch (this) {
            case Usable _, Unusable _ -> Finding.YES;
            case None _ -> Finding.NO;
            case LookupFailed _, Unmeasured _ -> Finding.UNMEASURED;
        };
    }

    static boolean isSecure(Answer<List<String>> answer) {
        return answer instanceof Answer.Found<List<String>> found && found.security() == Security.SECURE;
    }

    private static boolean isUntold(Answer<List<String>> answer) {
        return isFailed(answer)
                || answer instanceof Answer.Found<List<String>> found && found.security() == Security.UNKNOWN;
    }

    static boolean isFailed(Answer<List<String>> answer) {
        return answer instanceof Answer.Failed;
    }
}
