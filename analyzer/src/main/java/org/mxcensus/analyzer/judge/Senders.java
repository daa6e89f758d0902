package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// What becomes of mail, by the kind of sender.
///
/// A sender tries MX hosts by preference (RFC 5321 §5.1) and goes on to the next where its rules forbid delivery.
/// Among equally preferred hosts and addresses it may meet any, so the weakest delivery counts; and if one of those
/// is unmeasured, so is the outcome.
///
/// @param nextHops the domain, and where it securely leads if it is an alias
/// @param set its MX hosts
record Senders(List<String> nextHops, ExchangeSet set, StsVerdict sts) {

    Delivery opportunistic() {
        return deliver((_, address) -> take(address));
    }

    Delivery dane() {
        return deliver((_, address) -> set.secure() ? dane(address) : take(address)); // RFC 7672 §2.2.1
    }

    /// Postfix looks for TLSA records below the MX hosts of unsigned domains too; what they prove is no authentication.
    Delivery postfix() {
        return deliver((_, address) -> {
            SenderOutcome outcome = dane(address);
            return !set.secure() && outcome == SenderOutcome.AUTHENTICATED ? SenderOutcome.ENCRYPTED : outcome;
        });
    }

    Delivery mtaSts() {
        return deliver(this::mtaSts);
    }

    Delivery both() {
        // RFC 8461 §2: MTA-STS never overrides a failure of DANE.
        return deliver((host, address) -> set.secure() && address.dane(nextHops) != DaneStatus.NOT_DEPLOYED
                ? dane(address)
                : mtaSts(host, address));
    }

    private interface Rule {
        SenderOutcome at(String host, AddressJudgement address);
    }

    private Delivery deliver(Rule rule) {
        SortedMap<Integer, List<HostJudgement>> byPreference = set.exchanges().stream()
                .collect(Collectors.groupingBy(
                        ExchangeSet.Exchange::preference,
                        TreeMap::new,
                        Collectors.mapping(ExchangeSet.Exchange::host, Collectors.toList())));
        boolean deferred = false;
        for (List<HostJudgement> equals : byPreference.values()) {
            Optional<SenderOutcome> outcome = equals.stream()
                    .flatMap(host -> host.known()
                            ? host.deciding().map(address -> rule.at(host.host(), address))
                            : Stream.of(SenderOutcome.UNMEASURED))
                    .reduce(Senders::weaker);
            if (outcome.isPresent() && outcome.get() != SenderOutcome.DEFERRED) {
                return Delivery.of(outcome.get());
            }
            deferred |= outcome.isPresent();
        }
        return Delivery.of(deferred ? SenderOutcome.DEFERRED : SenderOutcome.NO_MAIL);
    }

    /// Unmeasured before all, then the weakest delivery; deferral only where nothing delivers.
    private static SenderOutcome weaker(SenderOutcome one, SenderOutcome other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(SenderOutcome outcome) {
        return switch (outcome) {
            case UNMEASURED -> 5;
            case PLAINTEXT -> 4;
            case ENCRYPTED -> 3;
            case AUTHENTICATED -> 2;
            case DEFERRED -> 1;
            case NO_MAIL -> 0;
        };
    }

    private static SenderOutcome take(AddressJudgement address) {
        Finding starttls = address.row().starttls();
        if (starttls == null) {
            return SenderOutcome.NO_MAIL;
        }
        return switch (starttls) {
            case YES -> SenderOutcome.ENCRYPTED;
            case NO -> SenderOutcome.PLAINTEXT;
            case UNMEASURED -> SenderOutcome.UNMEASURED;
        };
    }

    private SenderOutcome dane(AddressJudgement address) {
        return switch (address.dane(nextHops)) {
            case VALID -> SenderOutcome.AUTHENTICATED;
            case UNUSABLE -> SenderOutcome.ENCRYPTED;
            case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED -> SenderOutcome.DEFERRED;
            case LOOKUP_FAILED -> address.lookupIsTheirs() ? SenderOutcome.DEFERRED : SenderOutcome.UNMEASURED;
            case NOT_DEPLOYED -> take(address);
            // The last two are verdicts on domains and never on an address.
            case UNMEASURED, PARTIAL, HOST_READY_DOMAIN_INSECURE -> SenderOutcome.UNMEASURED;
        };
    }

    private SenderOutcome mtaSts(String host, AddressJudgement address) {
        Optional<StsPolicy> policy = sts.policy();
        if (policy.isEmpty()) {
            // RFC 8461 §5.1: without a policy that can be had and is valid, as if there were none.
            return sts.status() == StsStatus.UNMEASURED ? SenderOutcome.UNMEASURED : take(address);
        }
        if (policy.get().mode() != StsPolicy.Mode.ENFORCE) {
            return take(address);
        }
        if (!policy.get().matches(host)) {
            return SenderOutcome.DEFERRED;
        }
        return switch (address.proves()) {
            case YES -> SenderOutcome.AUTHENTICATED;
            case NO -> SenderOutcome.DEFERRED;
            case UNMEASURED -> SenderOutcome.UNMEASURED;
        };
    }
}
