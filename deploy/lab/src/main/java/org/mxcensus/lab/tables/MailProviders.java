package org.mxcensus.lab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.world.CertificateKind;

/// The providers of a generated crawl, largest first, and what customers' own servers show.
final class MailProviders {
    private static final int OWN_SERVERS = 300;

    private final long seed;
    private final Authority authority;
    private final Exchanges exchanges;
    private final List<MailProvider> providers;
    private final List<Shown> ownServers;

    MailProviders(TableScale scale, Authority authority) {
        this.seed = scale.seed();
        this.authority = authority;
        this.exchanges = new Exchanges(scale.seenAt());
        this.providers = IntStream.range(0, scale.providers())
                .parallel()
                .mapToObj(this::make)
                .toList();
        this.ownServers = IntStream.range(0, OWN_SERVERS)
                .parallel()
                .mapToObj(i -> Shown.of(authority
                        .identity("server%d.test".formatted(i), CertificateKind.SELF_SIGNED, 1)
                        .chain()))
                .toList();
    }

    List<MailProvider> all() {
        return providers;
    }

    MailProvider draw(Draw draw) {
        return providers.get(draw.skewed(providers.size()));
    }

    /// A server of a domain's own below it.
    Exchange own(String domain, boolean secure, Draw draw) {
        return exchanges.make(
                "mail." + domain,
                domain,
                secure,
                draw.chance(0.1),
                ownServers.get(draw.below(ownServers.size())),
                draw);
    }

    private MailProvider make(int number) {
        Draw draw = new Draw(seed, "provider", number);
        String name = "provider%d.net".formatted(number);
        boolean secure = draw.chance(0.35);
        boolean deploys = draw.chance(0.4);
        List<Exchange> hosts = new ArrayList<>();
        int count = 1 + draw.below(3);
        for (int i = 1; i <= count; i++) {
            String host = "mx%d.%s".formatted(i, name);
            hosts.add(exchanges.make(host, name, secure, deploys, shown(host, draw), draw));
        }
        return new MailProvider(name, hosts);
    }

    private Shown shown(String host, Draw draw) {
        double share = draw.share();
        CertificateKind kind = share < 0.9
                ? CertificateKind.CA_SIGNED
                : share < 0.95 ? CertificateKind.SELF_SIGNED : CertificateKind.EXPIRED;
        return Shown.of(authority.identity(host, kind, 1).chain());
    }
}
