package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.MxSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A world in two months in which every verdict and every cause occurs many times that a crawl can come to.
///
/// Domains share hosts: some take the two that most take, some one of a kind, some two of different kinds.
public final class EveryCause {

    private static final String POPULAR = "ee-key";
    private static final double SIGNED = 0.8;
    private static final double WITHOUT_MAIL = 0.02;
    private static final double AT_POPULAR = 0.3;
    private static final double AT_ONE = 0.75;
    private static final double MTA_STS = 0.15;

    private final Dice dice;
    private final int domains;
    private final CauseHosts hosts = new CauseHosts();
    private final CausePolicies policies = new CausePolicies();

    /// @param seed the same seed gives the same worlds
    public EveryCause(long seed, int domains) {
        this.dice = new Dice(seed);
        this.domains = domains;
    }

    /// The month before, with those domains only for which it matters what was then.
    public World before() {
        World all = world(false);
        return World.of(all.specs().stream()
                .filter(spec -> !(spec instanceof DomainSpec domain) || changes(domain))
                .toList());
    }

    /// The whole world.
    public World now() {
        return world(true);
    }

    private World world(boolean now) {
        List<Spec> specs = new ArrayList<>();
        specs.add(ZoneSpec.of("nl"));
        specs.add(ZoneSpec.of("net"));
        for (int number = 0; number < domains; number++) {
            specs.add(domain("d" + number + ".nl", number, now));
        }
        specs.addAll(hosts.specs(now));
        return World.of(specs);
    }

    private boolean changes(DomainSpec domain) {
        return policies.changes(policyKind(domain.name(), domain.signed()))
                || domain.mx().stream().map(MxSpec::parse).map(MxSpec::host).anyMatch(hosts::changes);
    }

    private DomainSpec domain(String name, int number, boolean now) {
        boolean signed = dice.of(name, "signed") < SIGNED;
        DomainSpec domain = texts(DomainSpec.of(name).withSigned(signed));
        if (dice.of(name, "mail") < WITHOUT_MAIL) {
            return withoutMail(domain);
        }
        List<String> mx = exchanges(name, number);
        Set<String> names =
                mx.stream().map(MxSpec::parse).map(MxSpec::host).collect(Collectors.toCollection(LinkedHashSet::new));
        String policy = policyKind(name, signed);
        DomainSpec with = domain.withMx(mx);
        return policy.isEmpty() ? with : with.withSts(policies.sts(policy, List.copyOf(names), now));
    }

    private DomainSpec withoutMail(DomainSpec domain) {
        return switch (dice.below(5, domain.name(), "without mail")) {
            case 0 -> domain.withMx("0 .");
            case 1 -> domain.withDns(DnsBehaviour.SERVFAIL);
            case 2 -> domain.withExists(false).withSigned(false);
            case 3 -> domain.withMx("10 nobody.missing.net");
            default -> domain;
        };
    }

    private DomainSpec texts(DomainSpec domain) {
        return switch (dice.below(8, domain.name(), "tlsrpt")) {
            case 0 -> domain.withTlsRpt("v=TLSRPTv1; rua=mailto:tls@example.nl");
            case 1 -> domain.withTlsRpt("v=TLSRPTv1; rua=mailto:a@example.nl", "v=TLSRPTv1; rua=mailto:b@example.nl");
            case 2 -> domain.withTlsRpt("v=TLSRPTv1; nothing");
            default -> domain;
        };
    }

    private List<String> exchanges(String name, int number) {
        double share = dice.of(name, "exchanges");
        if (share < AT_POPULAR) {
            return List.of("10 " + hosts.host(POPULAR, 0), "20 " + hosts.host(POPULAR, 1));
        }
        String first = hosts.host(dice.pick(hosts.kinds(), name, "first host"), number);
        if (share < AT_ONE) {
            return List.of("10 " + first);
        }
        String second = hosts.host(dice.pick(hosts.kinds(), name, "second host"), number + 1);
        int preference = dice.of(name, "equally preferred") < 0.5 ? 10 : 20;
        return first.equals(second) ? List.of("10 " + first) : List.of("10 " + first, preference + " " + second);
    }

    /// Empty for none.
    private String policyKind(String name, boolean signed) {
        return dice.of(name, "mta-sts") < MTA_STS ? dice.pick(policies.kinds(signed), name, "policy") : "";
    }
}
