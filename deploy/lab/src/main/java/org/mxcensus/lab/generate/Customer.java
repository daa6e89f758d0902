package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.Hint;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Spec;

/// A domain of a generated world through its months.
final class Customer {

    private static final double NULL_MX = 0.03;
    private static final double NO_MAIL = 0.05;
    private static final double IMPLICIT = 0.06;
    private static final double SELF_HOSTED = 0.14;
    private static final double MOVES = 0.04;
    private static final double EXPIRES = 0.01;
    private static final double UNHEALTHY_DNS = 0.008;
    private static final int YEAR = 12;

    private final Dice dice;
    private final String name;
    private final TopLevel top;

    Customer(Dice dice, String name, TopLevel top) {
        this.dice = dice;
        this.name = name;
        this.top = top;
    }

    /// The domain in a month, and hosts that nobody else uses.
    List<Spec> specs(int month) {
        List<Spec> specs = new ArrayList<>();
        if (happened(EXPIRES, "expires", month)) {
            specs.add(DomainSpec.of(name).withExists(false));
            return specs;
        }
        DomainSpec base = DomainSpec.of(name)
                .withSigned(isSigned(month))
                .withDns(dns(month))
                .withHints(hints(month))
                .withNs(provider(month).nameservers());
        double kind = dice.of(name, "kind");
        if (kind < NULL_MX) {
            specs.add(base.withMx("0 .").withTxt("v=spf1 -all").withDmarc("v=DMARC1; p=reject"));
        } else if (kind < NO_MAIL) {
            specs.add(base);
        } else if (kind < IMPLICIT) {
            specs.add(base);
            specs.add(new OwnServer(dice, name, month, isSigned(month)).host(name));
        } else {
            addMail(specs, base, month);
        }
        return specs;
    }

    private void addMail(List<Spec> specs, DomainSpec base, int month) {
        MailTexts texts = new MailTexts(dice, name, month);
        if (isSelfHosted(month)) {
            HostSpec host = new OwnServer(dice, name, month, isSigned(month)).host("mail." + name);
            specs.add(texts.onItsOwn(base.withMx("10 " + host.name()), host.name()));
            specs.add(host);
            return;
        }
        Provider provider = provider(month);
        if (provider.namePerCustomer()) {
            HostSpec host = new ProviderHosts(provider, month).of(name, dice);
            specs.add(texts.at(provider, base.withMx("0 " + host.name())));
            specs.add(host);
            return;
        }
        List<String> exchanges = new ArrayList<>();
        for (String host : provider.hostNames()) {
            exchanges.add((exchanges.size() + 1) * 10 + " " + host);
        }
        specs.add(texts.at(provider, base.withMx(exchanges)));
    }

    private boolean isSelfHosted(int month) {
        return dice.of(name, "self-hosted") < SELF_HOSTED && !happened(MOVES, "moves", month);
    }

    /// Who moves goes to one of the largest.
    private Provider provider(int month) {
        return happened(MOVES, "moves", month)
                ? dice.pick(Providers.ALL.subList(0, 3), name, "moves to")
                : Providers.at(dice.of(name, "provider"), top);
    }

    private boolean isSigned(int month) {
        return top.signed().reaches(dice.of(name, "signed"), month);
    }

    /// Whether something that befalls this share of domains within a year has befallen this one.
    private boolean happened(double share, String what, int month) {
        return dice.of(name, what) < share && month > dice.below(YEAR, name, what + " in");
    }

    /// The servers of a few fail in one month or another; some of those for good.
    private DnsBehaviour dns(int month) {
        boolean forGood = dice.of(name, "dns fails") < UNHEALTHY_DNS / 2;
        boolean now = dice.of(name, "dns fails", month) < UNHEALTHY_DNS / 2;
        if (!forGood && !now) {
            return DnsBehaviour.OK;
        }
        DnsBehaviour failure = dice.pick(
                List.of(DnsBehaviour.SERVFAIL, DnsBehaviour.SERVFAIL, DnsBehaviour.REFUSED, DnsBehaviour.BOGUS),
                name,
                "dns failure");
        return failure.isBogus() && !isSigned(month) ? DnsBehaviour.SERVFAIL : failure;
    }

    private Set<Hint> hints(int month) {
        return new Curve(0.55, 0.65).reaches(dice.of(name, "dkim"), month)
                ? EnumSet.of(Hint.DKIM)
                : EnumSet.noneOf(Hint.class);
    }

    /// For tests: the provider in a month, where it is no server of the domain's own.
    Optional<Provider> providerIn(int month) {
        double kind = dice.of(name, "kind");
        return kind < IMPLICIT || isSelfHosted(month) ? Optional.empty() : Optional.of(provider(month));
    }
}
