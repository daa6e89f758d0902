package org.mxcensus.lab.truth;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.SenderOutcome;

/// What senders of each kind do with mail to a domain.
///
/// @param hosts by preference
/// @param secure whether the MX answer can be trusted
/// @param cold what a sender without a cache makes of the domain's policy
/// @param warm what one makes of it that knows the policy of the crawl before
record SenderRules(TreeMap<Integer, List<HostTruth>> hosts, boolean secure, Policy cold, Policy warm) {

    /// Failures of a look-up that the zone or its servers cause, whoever asks.
    private static final Set<String> THEIRS = Set.of("SERVFAIL", "BOGUS");

    /// @param text empty where there is no policy
    /// @param known whether that can be told
    record Policy(Optional<PolicyText> text, boolean known) {}

    SenderTruth outcomes() {
        return new SenderTruth(
                deliver((_, address) -> take(address)),
                deliver((host, address) -> secure ? dane(host, address) : take(address)),
                deliver(this::postfix),
                deliver((host, address) -> mtaSts(cold, host, address)),
                deliver((host, address) -> mtaSts(warm, host, address)),
                // RFC 8461 §2: where there is DANE, MTA-STS has no say.
                deliver((host, address) -> secure && !address.dane().equals("NOT_DEPLOYED")
                        ? dane(host, address)
                        : mtaSts(cold, host, address)));
    }

    /// RFC 5321 §5.1: by preference, on to the next where delivery is forbidden. A sender may meet any of the equally
    /// preferred, so the weakest delivery counts.
    private SenderOutcome deliver(BiFunction<HostTruth, AddressTruth, SenderOutcome> rule) {
        boolean deferred = false;
        for (List<HostTruth> equals : hosts.values()) {
            Set<SenderOutcome> met =
                    equals.stream().flatMap(host -> met(host, rule)).collect(Collectors.toSet());
            Optional<SenderOutcome> outcome = weakest(met);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            deferred |= !met.isEmpty();
        }
        return deferred ? SenderOutcome.DEFERRED : SenderOutcome.NO_MAIL;
    }

    private static Stream<SenderOutcome> met(HostTruth host, BiFunction<HostTruth, AddressTruth, SenderOutcome> rule) {
        return host.failure().isEmpty()
                ? host.addresses().stream().filter(AddressTruth::acceptsMail).map(address -> rule.apply(host, address))
                : Stream.of(SenderOutcome.UNMEASURED);
    }

    private static Optional<SenderOutcome> weakest(Collection<SenderOutcome> met) {
        return Stream.of(
                        SenderOutcome.UNMEASURED,
                        SenderOutcome.PLAINTEXT,
                        SenderOutcome.ENCRYPTED,
                        SenderOutcome.AUTHENTICATED)
                .filter(met::contains)
                .findFirst();
    }

    /// RFC 7435: TLS where it is on offer.
    private static SenderOutcome take(AddressTruth address) {
        return switch (address.starttls()) {
            case "YES" -> SenderOutcome.ENCRYPTED;
            case "NO" -> SenderOutcome.PLAINTEXT;
            default -> SenderOutcome.UNMEASURED;
        };
    }

    /// RFC 7672 §2.2.
    private static SenderOutcome dane(HostTruth host, AddressTruth address) {
        return switch (address.dane()) {
            case "VALID" -> SenderOutcome.AUTHENTICATED;
            case "UNUSABLE" -> SenderOutcome.ENCRYPTED;
            case "NOT_DEPLOYED" -> take(address);
            case "LOOKUP_FAILED" ->
                THEIRS.contains(host.tlsaFailure()) ? SenderOutcome.DEFERRED : SenderOutcome.UNMEASURED;
            case "UNMEASURED" -> SenderOutcome.UNMEASURED;
            default -> SenderOutcome.DEFERRED;
        };
    }

    private SenderOutcome postfix(HostTruth host, AddressTruth address) {
        SenderOutcome outcome = dane(host, address);
        return outcome == SenderOutcome.AUTHENTICATED && !secure ? SenderOutcome.ENCRYPTED : outcome;
    }

    /// RFC 8461 §4 and §5.
    private static SenderOutcome mtaSts(Policy policy, HostTruth host, AddressTruth address) {
        if (!policy.known()) {
            return SenderOutcome.UNMEASURED;
        }
        Optional<PolicyText> enforced = policy.text().filter(PolicyText::enforces);
        if (enforced.isEmpty()) {
            return take(address);
        }
        if (!enforced.get().allows(host.host())) {
            return SenderOutcome.DEFERRED;
        }
        return switch (address.proves()) {
            case "YES" -> SenderOutcome.AUTHENTICATED;
            case "NO" -> SenderOutcome.DEFERRED;
            default -> SenderOutcome.UNMEASURED;
        };
    }
}
