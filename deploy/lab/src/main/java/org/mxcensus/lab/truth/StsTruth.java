package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.StsSpec;

/// The verdict on a domain's MTA-STS (RFC 8461), by name.
///
/// @param cause empty where nothing needs one
/// @param policy what a sender can fetch and use; empty where there is none
record StsTruth(String status, String cause, Optional<PolicyText> policy) {

    private static StsTruth of(String status, StsCause cause) {
        return new StsTruth(status, cause.name(), Optional.empty());
    }

    /// @param through the domain's MX hosts
    /// @param before the domain as the crawl before saw it
    static StsTruth of(DomainSpec domain, List<HostTruth> through, Optional<DomainSpec> before) {
        return switch (PolicyTruth.stsRecord(domain.sts())) {
            case "VALID" -> of(domain.sts().orElseThrow(), through, before);
            case "MULTIPLE" -> of("NOT_DEPLOYED", StsCause.MULTIPLE_RECORDS);
            case "MALFORMED" -> of("NOT_DEPLOYED", StsCause.MALFORMED_RECORD);
            case "UNMEASURED" -> of("UNMEASURED", StsCause.RECORD_LOOKUP);
            default -> new StsTruth("NOT_DEPLOYED", "", Optional.empty());
        };
    }

    private static StsTruth of(StsSpec sts, List<HostTruth> through, Optional<DomainSpec> before) {
        Optional<StsCause> fault = PolicyTruth.cause(sts);
        if (fault.isPresent()) {
            boolean untold = fault.get() == StsCause.POLICY_HOST_LOOKUP || fault.get() == StsCause.POLICY_NOT_FETCHED;
            return of(untold ? "UNMEASURED" : "BROKEN", fault.get());
        }
        PolicyText policy = PolicyTruth.text(sts).orElseThrow();
        Optional<StsCause> hosts = policy.mode().equals("none") ? Optional.empty() : hosts(policy, through);
        String status = switch (policy.mode()) {
            case "none" -> "DISABLED";
            case "enforce" -> "ENFORCING";
            default -> "TESTING";
        };
        return new StsTruth(
                hosts.map(cause -> cause == StsCause.MX_NOT_MEASURED ? "UNMEASURED" : "BROKEN")
                        .orElse(status),
                hosts.or(() -> isIdUnchanged(sts, before) ? Optional.of(StsCause.ID_UNCHANGED) : Optional.empty())
                        .map(StsCause::name)
                        .orElse(""),
                Optional.of(policy));
    }

    /// RFC 8461 §4.2: every host must be allowed, and show a trusted certificate for its name.
    private static Optional<StsCause> hosts(PolicyText policy, List<HostTruth> through) {
        if (!through.stream().allMatch(host -> policy.allows(host.host()))) {
            return Optional.of(StsCause.MX_NOT_COVERED);
        }
        Optional<AddressTruth> failing = addressesOf(through)
                .filter(address -> address.proves().equals("NO"))
                .findFirst();
        if (failing.isPresent()) {
            return failing.map(
                    address -> address.starttls().equals("NO") ? StsCause.MX_WITHOUT_TLS : StsCause.MX_CERTIFICATE);
        }
        boolean known = through.stream().allMatch(host -> host.failure().isEmpty())
                && addressesOf(through).noneMatch(address -> address.proves().equals("UNMEASURED"));
        return known ? Optional.empty() : Optional.of(StsCause.MX_NOT_MEASURED);
    }

    private static Stream<AddressTruth> addressesOf(List<HostTruth> hosts) {
        return hosts.stream().flatMap(host -> host.addresses().stream()).filter(AddressTruth::acceptsMail);
    }

    /// RFC 8461 §3.1: the id is what tells senders that the policy is another one.
    private static boolean isIdUnchanged(StsSpec sts, Optional<DomainSpec> before) {
        return usable(before)
                .filter(then -> PolicyTruth.validRecord(then).equals(PolicyTruth.validRecord(sts)))
                .filter(then -> !then.policy().equals(sts.policy()))
                .isPresent();
    }

    /// The policy of a domain that a sender can fetch and use, and may keep for more than a moment.
    static Optional<StsSpec> usable(Optional<DomainSpec> domain) {
        return domain.filter(spec -> PolicyTruth.stsRecord(spec.sts()).equals("VALID"))
                .flatMap(DomainSpec::sts)
                .filter(sts -> PolicyTruth.cause(sts).isEmpty());
    }
}
