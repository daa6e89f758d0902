package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TrustFault;

/// Judges MTA-STS of a domain (RFC 8461).
///
/// @param certificates those of its policy host
/// @param previous what the crawl before saw
record StsJudge(DomainObservation domain, Chains chains, Certificates certificates, Previous previous) {

    /// @param hosts the domain's MX hosts
    StsVerdict judge(List<HostJudgement> hosts) {
        return switch (domain.stsRecord()) {
            case RecordOutcome.Valid<StsRecord> _ -> policy(hosts);
            case RecordOutcome.Absent<StsRecord> _ -> StsVerdict.of(StsStatus.NOT_DEPLOYED);
            // RFC 8461 §3.1: if not exactly one record remains, senders assume that there is none.
            case RecordOutcome.Multiple<StsRecord> several ->
                StsVerdict.of(
                        StsStatus.NOT_DEPLOYED,
                        StsCause.MULTIPLE_RECORDS,
                        several.texts().size() + " records");
            case RecordOutcome.Malformed<StsRecord> malformed ->
                StsVerdict.of(StsStatus.NOT_DEPLOYED, StsCause.MALFORMED_RECORD, malformed.reason());
            case RecordOutcome.Unmeasured<StsRecord> unmeasured ->
                StsVerdict.of(StsStatus.UNMEASURED, StsCause.RECORD_LOOKUP, words(unmeasured.failure()));
            case RecordOutcome.NotAsked<StsRecord> _ ->
                StsVerdict.of(StsStatus.UNMEASURED, StsCause.RECORD_LOOKUP, "not asked");
        };
    }

    private StsVerdict policy(List<HostJudgement> hosts) {
        return switch (domain.stsPolicy()) {
            case PolicyFetch.Fetched fetched -> fetched(fetched, hosts);
            case PolicyFetch.HttpError error -> certificateFault(error.chain()).orElseGet(() -> status(error.status()));
            case PolicyFetch.NoAddress _ -> broken(StsCause.NO_POLICY_HOST, "");
            case PolicyFetch.LookupFailed(DnsFailure failure) ->
                failure == DnsFailure.BOGUS
                        ? broken(StsCause.POLICY_HOST_BOGUS, "")
                        : StsVerdict.of(StsStatus.UNMEASURED, StsCause.POLICY_HOST_LOOKUP, words(failure));
            case PolicyFetch.NotConnected no -> notFetched("not connected: " + words(no.cause()));
            case PolicyFetch.HandshakeFailed failed ->
                failed.cause() == HandshakeFailure.RESET || failed.cause() == HandshakeFailure.TIMED_OUT
                        ? notFetched("handshake: " + words(failed.cause()))
                        : broken(StsCause.POLICY_HANDSHAKE, failed.detail());
            case PolicyFetch.ProtocolError error ->
                error.cause() == ProtocolFailure.RESET || error.cause() == ProtocolFailure.TIMED_OUT
                        ? notFetched("transfer: " + words(error.cause()))
                        : broken(StsCause.HTTP, words(error.cause()));
            case PolicyFetch.NotAttempted no -> notFetched("not attempted: " + words(no.reason()));
            case PolicyFetch.NotAsked _ -> notFetched("not asked");
            case PolicyFetch.InternalError _ -> notFetched("an error of ours");
        };
    }

    private StsVerdict fetched(PolicyFetch.Fetched fetched, List<HostJudgement> hosts) {
        Optional<StsVerdict> fault = certificateFault(fetched.chain());
        if (fault.isPresent()) {
            return fault.get();
        }
        return switch (StsPolicy.parse(fetched.text())) {
            case StsPolicy.Malformed(int line, String reason) ->
                broken(StsCause.SYNTAX, line == 0 ? reason : "line " + line + ": " + reason);
            case StsPolicy.Parsed(StsPolicy policy) ->
                switch (policy.mode()) {
                    case NONE -> StsVerdict.of(StsStatus.DISABLED, policy);
                    case ENFORCE -> hosts(StsStatus.ENFORCING, policy, hosts);
                    case TESTING -> hosts(StsStatus.TESTING, policy, hosts);
                };
        };
    }

    /// RFC 8461 §3.3: a chain to a trusted root and a subject alternative name for the policy host.
    private Optional<StsVerdict> certificateFault(List<String> sent) {
        Chains.Judged judged = chains.judge(sent, certificates, domain.observedAt());
        Trust trust = judged.trust();
        if (trust instanceof Trust.Unknown) {
            return Optional.of(notFetched("the certificate is not stored"));
        }
        if (trust instanceof Trust.Untrusted(TrustFault fault)) {
            return Optional.of(broken(StsCause.POLICY_CERTIFICATE, words(fault)));
        }
        return judged.chain() instanceof Chain.Parsed && !Names.match(judged.names(), "mta-sts." + domain.domain())
                ? Optional.of(broken(StsCause.POLICY_CERTIFICATE, "it does not name the policy host"))
                : Optional.empty();
    }

    private static StsVerdict status(int status) {
        return broken(status >= 300 && status < 400 ? StsCause.REDIRECT : StsCause.HTTP_STATUS, "status " + status);
    }

    /// RFC 8461 §4.1 at every MX host: broken as soon as one fails, fulfilled only if all do.
    private static StsVerdict hosts(StsStatus fulfilled, StsPolicy policy, List<HostJudgement> hosts) {
        for (HostJudgement host : hosts) {
            if (!policy.matches(host.host())) {
                return StsVerdict.atHost(StsStatus.BROKEN, policy, StsCause.MX_NOT_COVERED, "", host.host());
            }
        }
        Optional<AddressJudgement> failing = hosts.stream()
                .flatMap(HostJudgement::deciding)
                .filter(address -> address.proves() == Finding.NO)
                .findFirst();
        if (failing.isPresent()) {
            HostVerdictRow row = failing.get().row();
            return row.starttls() == Finding.NO
                    ? StsVerdict.atHost(
                            StsStatus.BROKEN, policy, StsCause.MX_WITHOUT_TLS, String.valueOf(row.reason()), row.host())
                    : StsVerdict.atHost(StsStatus.BROKEN, policy, StsCause.MX_CERTIFICATE, fault(row), row.host());
        }
        return hosts.stream()
                .filter(StsJudge::isUnmeasured)
                .findFirst()
                .map(host -> StsVerdict.atHost(StsStatus.UNMEASURED, policy, StsCause.MX_NOT_MEASURED, "", host.host()))
                .orElseGet(() -> StsVerdict.of(fulfilled, policy));
    }

    private static boolean isUnmeasured(HostJudgement host) {
        return !host.known() || host.deciding().anyMatch(address -> address.proves() == Finding.UNMEASURED);
    }

    private static String fault(HostVerdictRow row) {
        TrustFault fault = row.certificateFault();
        return fault == null ? "it does not name the MX host" : words(fault);
    }

    private static StsVerdict broken(StsCause cause, String detail) {
        return StsVerdict.of(StsStatus.BROKEN, cause, detail);
    }

    private static StsVerdict notFetched(String detail) {
        return StsVerdict.of(StsStatus.UNMEASURED, StsCause.POLICY_NOT_FETCHED, detail);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
