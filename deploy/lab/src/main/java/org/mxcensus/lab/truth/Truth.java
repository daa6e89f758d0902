package org.mxcensus.lab.truth;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.lab.world.Denial;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.Hint;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.MxSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// The truth about every domain of a world and every MX host that a domain names.
public final class Truth {

    private static final String ROOT = ".";

    private final Map<String, HostTruth> hosts = new LinkedHashMap<>();
    private final Map<String, DomainTruth> domains = new LinkedHashMap<>();
    private final NameTruth names;
    private final MailTruth mail;

    private Truth(World world) {
        names = new NameTruth(world);
        mail = new MailTruth(world, names);
        world.domains().forEach(domain -> domains.put(domain.name(), domain(domain)));
    }

    /// What a client finds out that calls a second time at those who said "later".
    public static Truth of(World world) {
        return new Truth(world);
    }

    /// What a client finds out that calls at nobody twice.
    public static Truth atFirst(World world) {
        return new Truth(World.of(world.specs().stream().map(Truth::atFirst).toList()));
    }

    private static Spec atFirst(Spec spec) {
        return switch (spec) {
            case HostSpec host -> atFirst(host);
            case DomainSpec domain -> domain;
            case ZoneSpec zone -> zone;
        };
    }

    private static HostSpec atFirst(HostSpec host) {
        SmtpBehaviour behaviour = host.smtp().behaviour();
        return behaviour.atFirst() == behaviour ? host : host.withSmtp(behaviour.atFirst());
    }

    /// By name, in the world's order.
    public Map<String, DomainTruth> domains() {
        return domains;
    }

    /// By name: the exchanges of domains with MX records, and domains that are their own exchange.
    public Map<String, HostTruth> hosts() {
        return hosts;
    }

    public DomainTruth domain(String name) {
        return Optional.ofNullable(domains.get(name)).orElseThrow();
    }

    public HostTruth host(String name) {
        return Optional.ofNullable(hosts.get(name)).orElseThrow();
    }

    /// Every address of every MX host.
    public Stream<AddressTruth> addresses() {
        return hosts.values().stream().flatMap(host -> host.addresses().stream());
    }

    private DomainTruth domain(DomainSpec domain) {
        String failure = names.failure(domain.name());
        if (!failure.isEmpty()) {
            String unknown = "UNMEASURED";
            return new DomainTruth(
                    domain.name(),
                    unknown,
                    "",
                    failure,
                    List.of(),
                    unknown,
                    "NOT_ASKED",
                    "",
                    unknown,
                    hints(unknown),
                    unknown,
                    unknown);
        }
        String security = names.security(domain.name());
        if (!domain.exists()) {
            String none = "NOT_ASKED";
            return new DomainTruth(
                    domain.name(), "NXDOMAIN", security, "", List.of(), none, none, "", none, hints(none), "", "");
        }
        List<MxSpec> exchanges = exchanges(domain);
        String status = status(domain, exchanges);
        List<HostTruth> through = through(domain, status, exchanges);
        Optional<StsSpec> sts = domain.sts();
        String record = PolicyTruth.stsRecord(sts.map(StsSpec::records).orElse(List.of()));
        boolean valid = record.equals("VALID");
        return new DomainTruth(
                domain.name(),
                status,
                security,
                "",
                exchanges.stream().map(mx -> mx.preference() + " " + mx.host()).toList(),
                record,
                valid ? PolicyTruth.fetch(sts.orElseThrow().behaviour()) : "NOT_ASKED",
                valid ? PolicyTruth.mode(sts.orElseThrow()) : "",
                PolicyTruth.tlsRpt(domain.tlsrpt()),
                hints(domain),
                dane(security, through),
                through.isEmpty() ? "" : mtaSts(record, sts, through));
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

    private List<HostTruth> through(DomainSpec domain, String status, List<MxSpec> exchanges) {
        Stream<String> hostNames = status.equals("IMPLICIT")
                ? Stream.of(domain.name())
                : exchanges.stream().map(MxSpec::host).filter(host -> !host.equals(ROOT));
        return hostNames.map(host -> hosts.computeIfAbsent(host, mail::host)).toList();
    }

    private static String dane(String security, List<HostTruth> through) {
        List<String> verdicts = through.stream()
                .map(HostTruth::dane)
                .filter(verdict -> !verdict.isEmpty())
                .toList();
        if (verdicts.isEmpty()) {
            return "";
        }
        if (security.equals("INSECURE")) {
            boolean ready = verdicts.stream().allMatch("VALID"::equals);
            return ready ? "HOST_READY_DOMAIN_INSECURE" : "NOT_DEPLOYED";
        }
        return MailTruth.over(verdicts);
    }

    /// RFC 8461 §4.2: every host must be allowed, and show a trusted certificate for its name.
    private static String mtaSts(String record, Optional<StsSpec> sts, List<HostTruth> through) {
        if (!record.equals("VALID")) {
            return "NOT_DEPLOYED";
        }
        StsSpec policy = sts.orElseThrow();
        if (PolicyTruth.isUnmeasured(policy.behaviour())) {
            return "UNMEASURED";
        }
        String mode = PolicyTruth.mode(policy);
        if (mode.isEmpty()) {
            return "BROKEN";
        }
        if (mode.equals("none")) {
            return "DISABLED";
        }
        boolean fulfilled = through.stream().allMatch(host -> PolicyTruth.allows(policy, host.host()))
                && addressesOf(through)
                        .allMatch(address -> !address.starttls().equals("NO")
                                && !address.certificateTrusted().equals("NO")
                                && !address.certificateName().equals("NO"));
        if (!fulfilled) {
            return "BROKEN";
        }
        boolean known = through.stream().allMatch(host -> host.failure().isEmpty())
                && addressesOf(through).noneMatch(address -> address.starttls().equals("UNMEASURED"));
        return !known ? "UNMEASURED" : mode.equals("enforce") ? "ENFORCING" : "TESTING";
    }

    private static Stream<AddressTruth> addressesOf(List<HostTruth> hosts) {
        return hosts.stream().flatMap(host -> host.addresses().stream());
    }
}
