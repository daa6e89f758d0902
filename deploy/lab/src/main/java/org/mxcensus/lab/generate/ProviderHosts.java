package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.TlsSupport;

/// A provider's zone and hosts in a month.
record ProviderHosts(Provider provider, int month) {

    /// The provider's own domain, and the hosts that all customers share.
    List<Spec> specs() {
        List<Spec> specs = new ArrayList<>();
        specs.add(DomainSpec.of(provider.domain()).withSigned(isSigned()));
        if (!provider.namePerCustomer()) {
            for (int place = 0; place < provider.hosts(); place++) {
                specs.add(host(provider.hostNames().get(place), place));
            }
        }
        return specs;
    }

    /// The host of one customer, where each has a name of its own.
    HostSpec of(String customer, Dice dice) {
        return host(provider.hostOf(customer), dice.below(provider.hosts(), customer, "address"));
    }

    private HostSpec host(String name, int place) {
        HostSpec host = HostSpec.of(name).withAddresses(provider.address(place)).withSmtp(smtp());
        if (month < provider.tlsa()) {
            return host;
        }
        return month == provider.rollOver() ? host.withTlsa("3 1 1 previous") : host.withTlsa("3 1 1 auto");
    }

    private SmtpSpec smtp() {
        return SmtpSpec.of(month < provider.starttls() ? SmtpBehaviour.PLAIN : SmtpBehaviour.STARTTLS)
                .withCert(provider.cert())
                .withTls(month < provider.tls13() ? TlsSupport.TLS_1_2 : TlsSupport.TLS_1_2_AND_1_3)
                .withKey(month < provider.rollOver() ? 0 : 1);
    }

    private boolean isSigned() {
        return month >= provider.signed();
    }
}
