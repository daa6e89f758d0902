package org.mxcensus.cli.real;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.Denial;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Offer;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Speech;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.World;

/// Which worlds real servers can play: of the lab's fixtures those that a sound program can be configured to.
final class Playable {

    private static final Set<SmtpBehaviour> SERVERS =
            EnumSet.of(SmtpBehaviour.STARTTLS, SmtpBehaviour.PLAIN, SmtpBehaviour.REFUSED);
    private static final Set<CertificateKind> NO_CERTIFICATES =
            EnumSet.of(CertificateKind.HUGE, CertificateKind.NAMED_ONLY);
    private static final Set<PolicyBehaviour> NO_POLICY_HOSTS =
            EnumSet.of(PolicyBehaviour.NOT_HTTP, PolicyBehaviour.SILENT);

    /// @param name whose line it is
    private record Refusal(String name, String what) {
        @Override
        public String toString() {
            return what + " of " + name;
        }
    }

    private final List<Refusal> refusals = new ArrayList<>();

    private Playable(World world) {
        world.zones().forEach(zone -> dns(zone.name(), zone.dns()));
        world.domains().forEach(this::domain);
        world.hosts().forEach(this::host);
        world.roster()
                .hostsByAddress()
                .forEach((address, hosts) ->
                        hosts.stream().skip(1).forEach(host -> refuse(true, host.name(), "the shared " + address)));
    }

    /// A [UserError] names what they cannot be.
    static void check(World world) {
        List<Refusal> refusals = new Playable(world).refusals;
        if (!refusals.isEmpty()) {
            throw new UserError("Real servers cannot play this world; leave out: "
                    + refusals.stream().map(Refusal::toString).collect(Collectors.joining(", ")) + ".");
        }
    }

    /// The lines of a world that they can be.
    static World part(World world) {
        Set<String> refused =
                new Playable(world).refusals.stream().map(Refusal::name).collect(Collectors.toSet());
        return World.of(world.specs().stream()
                .filter(spec -> !refused.contains(spec.name()))
                .toList());
    }

    private void domain(DomainSpec domain) {
        // A domain may be delegated to a server that knows nothing of it.
        if (domain.dns() != DnsBehaviour.SERVFAIL) {
            dns(domain.name(), domain.dns());
        }
        refuse(
                domain.denial() == Denial.NODATA,
                domain.name(),
                "denial " + domain.denial().id());
        domain.sts().ifPresent(sts -> policyHost(domain.name(), sts));
    }

    private void policyHost(String domain, StsSpec sts) {
        dns(domain, sts.recordDns());
        dns(domain, sts.hostDns());
        refuse(
                NO_POLICY_HOSTS.contains(sts.behaviour()),
                domain,
                "policy host " + sts.behaviour().id());
    }

    private void host(HostSpec host) {
        dns(host.name(), host.dns());
        dns(host.name(), host.tlsaDns());
        refuse(host.addresses().contains("::1"), host.name(), "address ::1");
        SmtpSpec smtp = host.smtp();
        refuse(
                !SERVERS.contains(smtp.behaviour()) && !EximFiles.hasRule(smtp.behaviour()),
                host.name(),
                "mail server " + smtp.behaviour().id());
        refuse(smtp.at().isPresent(), host.name(), "the stage of what its server does");
        refuse(
                smtp.speech() != Speech.PLAIN,
                host.name(),
                "speech " + smtp.speech().id());
        refuse(smtp.offer() != Offer.ONCE, host.name(), "offer " + smtp.offer().id());
        refuse(smtp.limit().isPresent(), host.name(), "a limit");
        tls(host.name(), smtp.tls());
    }

    private void tls(String host, TlsSpec tls) {
        refuse(
                tls.group() == TlsGroup.X25519MLKEM768,
                host,
                "group " + tls.group().id());
        refuse(
                NO_CERTIFICATES.contains(tls.cert()),
                host,
                "certificate " + tls.cert().id());
    }

    private void dns(String name, DnsBehaviour behaviour) {
        refuse(behaviour != DnsBehaviour.OK && behaviour != DnsBehaviour.BOGUS, name, "dns " + behaviour.id());
    }

    private void refuse(boolean isSo, String name, String what) {
        if (isSo) {
            refusals.add(new Refusal(name, what));
        }
    }
}
