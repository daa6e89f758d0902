package org.mxcensus.analyzer.judge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TrustFault;

/// Judges MTA-STS of a domain (RFC 8461).
///
/// @param certificates those of its policy host
/// @param previous what the crawl before saw
record StsJudge(DomainObservation domain, Chains chains, Certificates certificates, Previous previous) {

    /// Statuses that say nothing of the policy. 429 says how often we ask (RFC 6585 §4). 503 says that the server
    /// cannot for the moment (RFC 9110 §15.6.4); many limit requests by it too, nginx unless told otherwise.
    private static final Set<Integer> LATER = Set.of(429, 503);

    /// @param hosts the domain's MX hosts
    StsVerdict judge(List<HostJudgement> hosts) {
        return switch (domain.stsRecord()) {
            case RecordOutcome.Valid<StsRecord> valid -> remarked(policy(hosts), valid.value());
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
                certificateFault(error.chain()).orElseGet(() -> transfer(error.cause()));
            case PolicyFetch.NotAttempted no -> notFetched("not attempted: " + words(no.reason()));
            case PolicyFetch.NotAsked _ -> notFetched("not asked");
            case PolicyFetch.InternalError _ -> notFetched("an error of ours");
        };
    }

    private StsVerdict fetched(PolicyFetch.Fetched fetched, List<HostJudgement> hosts) {
        StsPolicy.Outcome outcome = StsPolicy.parse(fetched.text(), fetched.truncated());
        return certificateFault(fetched.chain())
                .orElseGet(() -> text(outcome, fetched.truncated(), hosts))
                .withRemarks(StsRemarks.faults(outcome), StsRemarks.leniencies(fetched, outcome));
    }

    private static StsVerdict text(StsPolicy.Outcome outcome, boolean truncated, List<HostJudgement> hosts) {
        return switch (outcome) {
            case StsPolicy.Malformed malformed ->
                broken(StsCause.SYNTAX, malformed.faults().getFirst().toString());
            case StsPolicy.Incomplete _ -> notFetched("only its first 64 KiB were read");
            case StsPolicy.Parsed parsed -> {
                StsPolicy policy = parsed.policy();
                StsHosts exchanges = new StsHosts(policy, hosts);
                if (policy.mode() == StsPolicy.Mode.NONE) {
                    yield StsVerdict.of(StsStatus.DISABLED, policy);
                }
                // A pattern for them may stand in the part that was not read.
                if (truncated && !exchanges.uncovered().isEmpty()) {
                    yield notFetched("only its first 64 KiB were read, and they do not cover every MX host");
                }
                yield exchanges.judge(
                        policy.mode() == StsPolicy.Mode.ENFORCE ? StsStatus.ENFORCING : StsStatus.TESTING);
            }
        };
    }

    /// RFC 8461 §3.1: the id tells one policy of a domain from another; senders that have the one do not ask for the
    /// other. Breaks nothing at those who come for the first time, so only a verdict without a cause gets it.
    private StsVerdict remarked(StsVerdict verdict, StsRecord record) {
        if (verdict.cause().isPresent()) {
            return verdict;
        }
        return previous.policy(domain.domain())
                .filter(before -> before.id().equals(record.id()))
                .flatMap(before -> verdict.policy()
                        .flatMap(now -> changes(before.policy(), now))
                        .map(changes -> verdict.because(
                                StsCause.ID_UNCHANGED,
                                "id %s as on %s, with another %s"
                                        .formatted(
                                                record.id(),
                                                LocalDate.ofInstant(before.seen(), ZoneOffset.UTC),
                                                changes))))
                .orElse(verdict);
    }

    private static Optional<String> changes(StsPolicy before, StsPolicy now) {
        return Stream.of(
                        before.mode() == now.mode() ? "" : "mode",
                        before.maxAge() == now.maxAge() ? "" : "max_age",
                        Set.copyOf(before.mx()).equals(Set.copyOf(now.mx())) ? "" : "mx")
                .filter(field -> !field.isEmpty())
                .reduce((one, other) -> one + " and " + other);
    }

    private static StsVerdict transfer(ProtocolFailure failure) {
        return failure == ProtocolFailure.RESET || failure == ProtocolFailure.TIMED_OUT
                ? notFetched("transfer: " + words(failure))
                : broken(StsCause.HTTP, words(failure));
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
        return judged.chain() instanceof Chain.Parsed
                        && !Names.match(judged.leaf().dnsNames(), "mta-sts." + domain.domain())
                ? Optional.of(broken(StsCause.POLICY_CERTIFICATE, "it does not name the policy host"))
                : Optional.empty();
    }

    private static StsVerdict status(int status) {
        if (LATER.contains(status)) {
            return notFetched("status " + status);
        }
        return broken(status >= 300 && status < 400 ? StsCause.REDIRECT : StsCause.HTTP_STATUS, "status " + status);
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
