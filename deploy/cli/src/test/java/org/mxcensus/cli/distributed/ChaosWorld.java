package org.mxcensus.cli.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A world in which a crawl has a middle, without being much work for the machine: a tenth of the domains are never
/// answered for, so that every chunk takes its time, and some networks are crowded, so that the pace does.
///
/// Twenty kinds of domains take turns.
final class ChaosWorld {
    /// The exchange of a quarter of all domains.
    static final String POPULAR = "mx.popular.net";

    /// Where every twentieth domain has a name of its own at one address.
    static final String MANY_NAMES_ADDRESS = "127.3.0.1";

    static final List<String> OPTED_OUT_DOMAINS = List.of(domain(41), domain(61));
    static final String OPTED_OUT_HOST = "mx1.hosting0.net";
    private static final String OPTED_OUT_NETWORK = "127.1.1.0/24";

    private static final int KINDS = 20;
    private static final int CROWD = 120;
    private static final int SOURCES_SHARE = 50;

    /// Of the servers that are not simply polite. Those that are silent are slow, and few.
    private static final List<SmtpBehaviour> PECULIAR = List.of(
            SmtpBehaviour.PLAIN,
            SmtpBehaviour.DEFERRED,
            SmtpBehaviour.GREYLIST,
            SmtpBehaviour.REFUSED,
            SmtpBehaviour.GREYLIST,
            SmtpBehaviour.DEFERRED_EHLO,
            SmtpBehaviour.BLOCKED,
            SmtpBehaviour.GREYLIST,
            SmtpBehaviour.STARTTLS_REFUSED_TEMPORARY,
            SmtpBehaviour.HANDSHAKE_FAILED,
            SmtpBehaviour.GREYLIST,
            SmtpBehaviour.NO_SERVICE);

    private final List<Spec> specs = new ArrayList<>();
    private final int domains;
    private final int providers;

    private ChaosWorld(int domains) {
        this.domains = domains;
        this.providers = Math.max(2, domains / 100);
    }

    static World of(int domains) {
        ChaosWorld world = new ChaosWorld(domains);
        world.shared();
        IntStream.range(0, domains).forEach(world::add);
        return World.of(world.specs);
    }

    /// All domains in one list, some of them in a second one too.
    static List<Path> lists(World world, Path folder) {
        List<String> names = world.domains().stream()
                .map(DomainSpec::name)
                .filter(name -> name.endsWith(".nl"))
                .toList();
        try {
            return List.of(
                    Files.write(folder.resolve("all.txt"), names),
                    Files.write(folder.resolve("known.txt"), names.subList(0, names.size() / SOURCES_SHARE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two domains, a host and a network that asked not to be measured.
    static Path optOut(Path folder) {
        List<String> lines = new ArrayList<>(OPTED_OUT_DOMAINS);
        lines.addAll(List.of(OPTED_OUT_HOST, OPTED_OUT_NETWORK));
        try {
            return Files.write(folder.resolve("opt-out.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String domain(int number) {
        return "d%05d.nl".formatted(number);
    }

    private void shared() {
        specs.add(ZoneSpec.of("nl"));
        specs.add(HostSpec.of(POPULAR).withSigned(true).withTlsa("3 1 1 auto").withAddresses("127.4.0.1", "127.4.0.2"));
        for (int k = 0; k < providers; k++) {
            specs.add(HostSpec.of("mx1.hosting%d.net".formatted(k)).withAddresses("127.1.%d.1".formatted(k)));
            specs.add(HostSpec.of("mx2.hosting%d.net".formatted(k)).withAddresses("127.1.%d.2".formatted(k)));
        }
    }

    private void add(int number) {
        String name = domain(number);
        DomainSpec domain = DomainSpec.of(name);
        int turn = number / KINDS;
        switch (number % KINDS) {
            case 0, 10 -> specs.add(domain.withMx("10 " + POPULAR).withDns(DnsBehaviour.TIMEOUT));
            case 1, 2, 3, 4 -> specs.add(domain.withMx("10 " + POPULAR).withSigned(turn % 2 == 0));
            case 5 -> specs.add(domain.withMx("10 " + POPULAR).withSts(policy()));
            case 6, 7, 8 -> specs.add(hosted(domain, turn));
            case 9 -> own(domain, crowded(HostSpec.of("mx." + name), turn));
            case 11 -> own(domain, HostSpec.of("mx." + name).withSmtp(PECULIAR.get(turn % PECULIAR.size())));
            case 12 ->
                own(
                        domain.withSigned(true),
                        HostSpec.of("mx." + name).withSigned(true).withTlsa("3 1 1 auto"));
            case 13 ->
                own(
                        domain,
                        HostSpec.of("d%05d.many.net".formatted(number))
                                .withAddresses(MANY_NAMES_ADDRESS)
                                .withSmtp(SmtpSpec.DEFAULT.withCert(CertificateKind.WILDCARD)));
            case 14 -> specs.add(domain.withMx("0 ."));
            case 15 -> specs.add(domain);
            case 16 -> own(domain, HostSpec.of("mx." + name).withAddresses("auto", "auto"));
            case 17 -> specs.add(domain.withExists(false));
            case 18 -> specs.add(domain.withMx("10 " + POPULAR, "20 mx1.hosting%d.net".formatted(turn % providers)));
            default -> own(domain, HostSpec.of("mx." + name));
        }
    }

    private void own(DomainSpec domain, HostSpec host) {
        specs.add(domain.withMx("10 " + host.name()));
        specs.add(host);
    }

    private DomainSpec hosted(DomainSpec domain, int turn) {
        int k = turn % providers;
        return domain.withMx("10 mx1.hosting%d.net".formatted(k), "20 mx2.hosting%d.net".formatted(k));
    }

    private static HostSpec crowded(HostSpec host, int turn) {
        return host.withAddresses("127.2.%d.%d".formatted(turn / CROWD, 1 + turn % CROWD));
    }

    private static StsSpec policy() {
        return StsSpec.of("v=STSv1; id=1", "version: STSv1\nmode: enforce\nmx: " + POPULAR + "\nmax_age: 86400\n");
    }
}
