package org.mxcensus.lab.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.Roster;

/// A mail provider. Months say from when on it does something; [#NEVER] says that it does not.
///
/// @param domain its own domain
/// @param home the top-level domain where most of its customers are; empty for one that is everywhere
/// @param hosts how many MX hosts it has, or addresses where each customer has a host name of its own
/// @param namePerCustomer whether each customer has a host name of its own
/// @param signed from when on its zone is signed
/// @param tlsa from when on its hosts have TLSA records
/// @param sts from when on it publishes MTA-STS for its customers
/// @param starttls from when on its hosts offer STARTTLS
/// @param tls13 from when on they speak TLS 1.3
/// @param rollOver the month in which it changes its keys and forgets its TLSA records; mended a month later
record Provider(
        String domain,
        Optional<TopLevel> home,
        int hosts,
        boolean namePerCustomer,
        int signed,
        int tlsa,
        int sts,
        int starttls,
        int tls13,
        int rollOver,
        CertificateKind cert) {

    static final int NEVER = Integer.MAX_VALUE;
    static final int ALWAYS = 0;

    /// A provider that is everywhere, with STARTTLS, TLS 1.3 and good certificates, and nothing more.
    static Provider of(String domain, int hosts) {
        return new Provider(
                domain,
                Optional.empty(),
                hosts,
                false,
                NEVER,
                NEVER,
                NEVER,
                ALWAYS,
                ALWAYS,
                NEVER,
                CertificateKind.CA_SIGNED);
    }

    Provider at(TopLevel top) {
        return new Provider(
                domain, Optional.of(top), hosts, namePerCustomer, signed, tlsa, sts, starttls, tls13, rollOver, cert);
    }

    Provider namingCustomers() {
        return new Provider(domain, home, hosts, true, signed, tlsa, sts, starttls, tls13, rollOver, cert);
    }

    Provider signedFrom(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, month, tlsa, sts, starttls, tls13, rollOver, cert);
    }

    Provider tlsaFrom(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, month, sts, starttls, tls13, rollOver, cert);
    }

    Provider stsFrom(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, tlsa, month, starttls, tls13, rollOver, cert);
    }

    Provider starttlsFrom(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, tlsa, sts, month, tls13, rollOver, cert);
    }

    Provider tls13From(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, tlsa, sts, starttls, month, rollOver, cert);
    }

    Provider rollingOverIn(int month) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, tlsa, sts, starttls, tls13, month, cert);
    }

    Provider showing(CertificateKind kind) {
        return new Provider(domain, home, hosts, namePerCustomer, signed, tlsa, sts, starttls, tls13, rollOver, kind);
    }

    /// The names of its MX hosts, most preferred first.
    List<String> hostNames() {
        return IntStream.rangeClosed(1, hosts)
                .mapToObj(i -> "mx" + i + '.' + domain)
                .toList();
    }

    /// The MX host of one customer, where each has a name of its own.
    String hostOf(String customer) {
        return customer.replace('.', '-') + ".inbound." + domain;
    }

    /// Its addresses lie in one network, as a provider's do.
    String address(int place) {
        String choice = Roster.choice(domain, 0);
        return choice.substring(0, choice.lastIndexOf('.') + 1) + (10 + place);
    }

    List<String> nameservers() {
        return List.of("ns1." + domain, "ns2." + domain);
    }

    /// How much of the domains of a top-level domain it has, compared with others of the same rank.
    double pull(TopLevel top) {
        if (home.isEmpty()) {
            return 1;
        }
        return home.get() == top ? 4 : 0.25;
    }
}
