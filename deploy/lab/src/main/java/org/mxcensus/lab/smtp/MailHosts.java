package org.mxcensus.lab.smtp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.Identity;
import org.mxcensus.lab.tls.Identities;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.World;

/// The mail servers of one version of a world.
final class MailHosts implements Identities {

    private final Map<String, List<HostSpec>> byAddress;
    private final Authority authority;

    MailHosts(World world, Authority authority) {
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

    /// The certificate is the named host's, where it lives at this address, else the first host's.
    @Override
    public Optional<Identity> find(String address, Optional<String> named) {
        List<HostSpec> here = byAddress.getOrDefault(address, List.of());
        return here.stream()
                .filter(host -> named.filter(host.name()::equals).isPresent())
                .findFirst()
                .or(() -> here.stream().findFirst())
                .map(this::identity);
    }

    private Identity identity(HostSpec host) {
        SmtpSpec smtp = host.smtp();
        return authority.identity(host.name(), smtp.cert(), smtp.key());
    }
}
