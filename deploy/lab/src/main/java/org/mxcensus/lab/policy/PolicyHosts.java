package org.mxcensus.lab.policy;

import java.util.Optional;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.Identity;
import org.mxcensus.lab.tls.ClientHello;
import org.mxcensus.lab.tls.Identities;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;

/// The policy hosts of one version of a world, by name.
final class PolicyHosts implements Identities {

    // RFC 8461 §3.3
    private static final String PREFIX = "mta-sts.";
    private static final int KEY = 0;

    private final World world;
    private final Authority authority;

    PolicyHosts(World world, Authority authority) {
        this.world = world;
        this.authority = authority;
    }

    /// What a policy host of this name serves.
    Optional<StsSpec> find(String name) {
        return name.startsWith(PREFIX)
                ? world.domain(name.substring(PREFIX.length())).flatMap(domain -> domain.sts())
                : Optional.empty();
    }

    @Override
    public Optional<Identity> find(String server, ClientHello hello) {
        return hello.serverName()
                .flatMap(name -> find(name)
                        // Nobody there of this name: the handshake ends.
                        .filter(sts -> sts.behaviour() != PolicyBehaviour.HANDSHAKE_FAILED)
                        .map(sts -> authority.identity(name, sts.behaviour().certificate(), KEY)));
    }
}
