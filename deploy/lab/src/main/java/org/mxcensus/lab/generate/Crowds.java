package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;

/// Worlds in which many domains share one thing.
public final class Crowds {

    /// The MX host of [#atOneHost].
    public static final String HOST = "mx.crowd.net";

    /// The address of [#atOneAddress].
    public static final String ADDRESS = "127.9.40.1";

    private Crowds() {}

    /// Domains `d0.nl`, `d1.nl` … with one MX host for all, which lives in a signed zone and has TLSA records.
    public static World atOneHost(int domains) {
        List<Spec> specs = new ArrayList<>(domains + 1);
        for (int number = 0; number < domains; number++) {
            specs.add(DomainSpec.of("d" + number + ".nl").withMx("10 " + HOST));
        }
        specs.add(HostSpec.of(HOST).withSigned(true).withTlsa("3 1 1 auto"));
        return World.of(specs);
    }

    /// Domains `d0.nl`, `d1.nl` … each with an MX host of its own name, `d0.inbound.crowd.net`; all of these at one
    /// address, where one certificate is shown for all: a provider that names a host after each customer.
    public static World atOneAddress(int domains) {
        SmtpSpec smtp = SmtpSpec.DEFAULT.withCert(CertificateKind.WILDCARD);
        List<Spec> specs = new ArrayList<>(2 * domains);
        for (int number = 0; number < domains; number++) {
            String host = "d" + number + ".inbound.crowd.net";
            specs.add(DomainSpec.of("d" + number + ".nl").withMx("10 " + host));
            specs.add(HostSpec.of(host).withAddresses(ADDRESS).withSmtp(smtp));
        }
        return World.of(specs);
    }
}
