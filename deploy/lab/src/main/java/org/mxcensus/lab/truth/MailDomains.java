package org.mxcensus.lab.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.lab.world.Denial;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.Hint;
import org.mxcensus.lab.world.MxSpec;
import org.mxcensus.lab.world.StsSpec;

/// What is true about domains.
///
/// @param hosts the truth about an MX host
/// @param before the domains as the crawl before saw them
record MailDomains(NameTruth names, Function<String, HostTruth> hosts, Function<String, Optional<DomainSpec>> before) {

    private static final String ROOT = ".";
    private static final String UNMEASURED = "UNMEASURED";
    private static final String NOT_ASKED = "NOT_ASKED";

    DomainTruth of(DomainSpec domain) {
        String failure = names.failure(domain.name());
        if (!failure.isEmpty()) {
            return unmeasured(domain.name(), failure);
        }
        if (!domain.exists()) {
            return missing(domain.name());
        }
        List<MxSpec> exchanges = exchanges(domain);
        String status = status(domain, exchanges);
        TreeMap<Integer, List<HostTruth>> byPreference = byPreference(domain, status, exchanges);
        List<HostTruth> through =
                byPreference.values().stream().flatMap(List::stream).distinct().toList();
        boolean secure = names.isSecure(domain.name());
        DaneFinding dane = dane(secure, through);
        boolean valid = PolicyTruth.stsRecord(domain.sts()).equals("VALID");
        Optional<StsSpec> policy = domain.sts().filter(_ -> valid);
        StsTruth sts = through.isEmpty()
                ? new StsTruth("", "", Optional.empty())
                : StsTruth.of(domain, through, before.apply(domain.name()));
        return new DomainTruth(
                domain.name(),
                status,
                names.security(domain.name()),
                "",
                exchanges.stream().map(mx -> mx.preference() + " " + mx.host()).toList(),
                PolicyTruth.stsRecord(domain.sts()),
                policy.map(PolicyTruth::fetch).orElse(NOT_ASKED),
                policy.flatMap(PolicyTruth::text).map(PolicyText::mode).orElse(""),
                PolicyTruth.tlsRpt(domain.tlsrpt()),
                hints(domain),
                dane.status(),
                dane.cause(),
                sts.status(),
                sts.cause(),
                policy.map(StsSpec::behaviour).map(PolicyTruth::httpStatus).orElse(""),
                policy.flatMap(PolicyTruth::text).map(PolicyText::faults).orElse(List.of()),
                senders(domain, byPreference, secure, sts));
    }

    private static DomainTruth unmeasured(String name, String failure) {
        return new DomainTruth(
                name,
                UNMEASURED,
                "",
                failure,
                List.of(),
                UNMEASURED,
                NOT_ASKED,
                "",
                UNMEASURED,
                hints(UNMEASURED),
                UNMEASURED,
                DaneCause.NOT_MEASURED.name(),
                UNMEASURED,
                StsCause.MX_NOT_MEASURED.name(),
                "",
                List.of(),
                SenderTruth.all(SenderOutcome.UNMEASURED));
    }

    private DomainTruth missing(String name) {
        return new DomainTruth(
                name,
                "NXDOMAIN",
                names.security(name),
                "",
                List.of(),
                NOT_ASKED,
                NOT_ASKED,
                "",
                NOT_ASKED,
                hints(NOT_ASKED),
                "",
                "",
                "",
                "",
                "",
                List.of(),
                SenderTruth.all(SenderOutcome.NO_MAIL));
    }

    private static List<String> hints(String all) {
        return Stream.of(Hint.values()).map(any -> all).toList();
    }

    /// RFC 8020 §2: what is denied has nothing beneath it. Where nothing is denied, existence tells nothing.
    private static List<String> hints(DomainSpec domain) {
        return Stream.of(Hint.values())
                .map(hint -> domain.denial() != Denial.NXDOMAIN
                        ? "UNRELIABLE"
                        : domain.hints().contains(hint) ? "PRESENT" : "ABSENT")
                .toList();
    }

    private static List<MxSpec> exchanges(DomainSpec domain) {
        return domain.mx().stream()
                .map(MxSpec::parse)
                .sorted(Comparator.comparingInt(MxSpec::preference).thenComparing(MxSpec::host))
                .toList();
    }

    private String status(DomainSpec domain, List<MxSpec> exchanges) {
        if (exchanges.isEmpty()) {
            return names.hasAddress(domain) ? "IMPLICIT" : "NO_MAIL";
        }
        // RFC 7505 §3
        boolean hasNull = exchanges.stream().anyMatch(mx -> mx.host().equals(ROOT));
        return !hasNull ? "HOSTS" : exchanges.size() == 1 ? "NULL_MX" : "NULL_MX_MIXED";
    }

    private TreeMap<Integer, List<HostTruth>> byPreference(DomainSpec domain, String status, List<MxSpec> exchanges) {
        Stream<MxSpec> named = status.equals("IMPLICIT")
                ? Stream.of(new MxSpec(0, domain.name()))
                : exchanges.stream().filter(mx -> !mx.host().equals(ROOT));
        TreeMap<Integer, List<HostTruth>> sorted = new TreeMap<>();
        named.forEach(mx -> sorted.computeIfAbsent(mx.preference(), any -> new ArrayList<>())
                .add(hosts.apply(mx.host())));
        return sorted;
    }

    private static DaneFinding dane(boolean secure, List<HostTruth> through) {
        List<DaneFinding> parts = through.stream().flatMap(MailDomains::parts).toList();
        if (secure || parts.isEmpty()) {
            return DaneFinding.over(parts);
        }
        // RFC 7672 §2.2.1
        return parts.stream().allMatch(part -> part.is("VALID"))
                ? DaneFinding.of("HOST_READY_DOMAIN_INSECURE", DaneCause.MX_INSECURE)
                : DaneFinding.of("NOT_DEPLOYED");
    }

    /// What takes part in the verdict: each address that accepts mail, or that nothing is known.
    private static Stream<DaneFinding> parts(HostTruth host) {
        return host.failure().isEmpty()
                ? host.addresses().stream()
                        .filter(AddressTruth::acceptsMail)
                        .map(address -> new DaneFinding(address.dane(), address.daneCause()))
                : Stream.of(DaneFinding.UNMEASURED);
    }

    private SenderTruth senders(
            DomainSpec domain, TreeMap<Integer, List<HostTruth>> byPreference, boolean secure, StsTruth sts) {
        boolean untold = sts.status().equals(UNMEASURED) && sts.policy().isEmpty();
        var live = new SenderRules.Policy(sts.policy(), !untold);
        return new SenderRules(byPreference, secure, live, warm(domain, live)).outcomes();
    }

    /// RFC 8461 §3.1 and §5.1: a policy that was kept holds until its time is over or another id leads to a new one.
    private SenderRules.Policy warm(DomainSpec domain, SenderRules.Policy live) {
        Optional<StsSpec> kept = StsTruth.usable(before.apply(domain.name()))
                .filter(then -> !then.policy().orElse("").contains("max_age: 0\n"));
        boolean renewed = (live.text().isPresent() || !live.known())
                && !kept.map(PolicyTruth::validRecord).equals(domain.sts().map(PolicyTruth::validRecord));
        return kept.isEmpty() || renewed ? live : new SenderRules.Policy(kept.flatMap(PolicyTruth::text), true);
    }
}
