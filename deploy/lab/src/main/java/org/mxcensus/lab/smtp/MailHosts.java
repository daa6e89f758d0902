package org.mxcensus.lab.smtp;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.Identity;
import org.mxcensus.lab.tls.ClientHello;
import org.mxcensus.lab.tls.Identities;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.World;

/// The mail servers of one version of a world.
final class MailHosts implements Identities {

    /// What a server calls itself that shows nobody its right name.
    private static final String UNNAMED = "localhost.localdomain";

    private final Map<String, List<HostSpec>> byAddress;
    private final World world;
    private final Authority authority;
    private final Set<String> acquainted = ConcurrentHashMap.newKeySet();

    MailHosts(World world, Authority authority) {
        this.world = world;
        this.byAddress = world.roster().hostsByAddress();
        this.authority = authority;
    }

    /// Where somebody listens.
    List<String> listening() {
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getValue().getFirst().smtp().behaviour() != SmtpBehaviour.REFUSED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /// The host that greets at an address; empty where the world has changed since the connection came.
    Optional<HostSpec> at(String address) {
        return Optional.ofNullable(byAddress.get(address)).map(List::getFirst);
    }

    /// How the host of an address meets a client; the second time it may do so differently. Clients are told apart by
    /// their addresses, and forgotten with this version of the world.
    SmtpBehaviour meet(String address, HostSpec host, InetAddress client) {
        SmtpBehaviour behaviour = host.smtp().behaviour();
        if (behaviour.atFirst() == behaviour.afterwards()) {
            return behaviour;
        }
        boolean stranger = acquainted.add(address + ' ' + client.getHostAddress());
        return stranger ? behaviour.atFirst() : behaviour.afterwards();
    }

    /// The certificate is the named host's, where it lives at this address, else the first host's.
    @Override
    public Optional<Identity> find(String address, ClientHello hello) {
        // Thousands of names may live at one address: the world finds the one that is named.
        return hello.serverName()
                .flatMap(world::host)
                .filter(host -> world.roster().addressesOf(host).contains(address))
                .or(() -> at(address))
                .map(host -> identity(host, hello));
    }

    private Identity identity(HostSpec host, ClientHello hello) {
        TlsSpec tls = host.smtp().tls();
        KeyType type = tls.keyType().met(hello.takesEcdsa());
        boolean unnamed = hello.serverName().filter(host.name()::equals).isEmpty();
        return tls.cert() == CertificateKind.NAMED_ONLY && unnamed
                ? authority.identity(UNNAMED, CertificateKind.SELF_SIGNED, type, 0)
                : authority.identity(host.name(), tls.cert(), type, tls.number());
    }
}
