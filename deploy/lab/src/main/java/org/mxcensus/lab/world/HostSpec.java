package org.mxcensus.lab.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A mail host: its names in the DNS and its server.
///
/// @param signed whether its zone is signed; empty where another line says so, or nobody does (then it is not)
/// @param dns how questions for the host's name and everything below it are answered
/// @param tlsaDns how questions for its TLSA records are answered
/// @param addresses on loopback; `auto` is one of the lab's choosing, an empty list a host without addresses
/// @param cname what the host is an alias of; such a host has no addresses of its own
public record HostSpec(
        String name,
        Optional<Boolean> signed,
        DnsBehaviour dns,
        DnsBehaviour tlsaDns,
        List<String> addresses,
        Optional<String> cname,
        List<TlsaSpec> tlsa,
        SmtpSpec smtp)
        implements Spec {

    /// The word for an address that the lab chooses.
    public static final String AUTO = "auto";

    public HostSpec {
        name = Names.normal(name);
        addresses = List.copyOf(addresses);
        cname = cname.map(Names::normal);
        tlsa = List.copyOf(tlsa);
    }

    /// A host at an address of the lab's choosing, with STARTTLS and a certificate of the lab's CA.
    public static HostSpec of(String name) {
        return new HostSpec(
                name,
                Optional.empty(),
                DnsBehaviour.OK,
                DnsBehaviour.OK,
                List.of(AUTO),
                Optional.empty(),
                List.of(),
                SmtpSpec.DEFAULT);
    }

    public HostSpec withSigned(boolean value) {
        return new HostSpec(name, Optional.of(value), dns, tlsaDns, addresses, cname, tlsa, smtp);
    }

    public HostSpec withDns(DnsBehaviour value) {
        return new HostSpec(name, signed, value, tlsaDns, addresses, cname, tlsa, smtp);
    }

    public HostSpec withTlsaDns(DnsBehaviour value) {
        return new HostSpec(name, signed, dns, value, addresses, cname, tlsa, smtp);
    }

    public HostSpec withAddresses(String... values) {
        return new HostSpec(name, signed, dns, tlsaDns, List.of(values), cname, tlsa, smtp);
    }

    public HostSpec withCname(String value) {
        return new HostSpec(name, signed, dns, tlsaDns, List.of(), Optional.of(value), tlsa, smtp);
    }

    /// @param values as in a world file: `3 1 1 auto`
    public HostSpec withTlsa(String... values) {
        return new HostSpec(
                name,
                signed,
                dns,
                tlsaDns,
                addresses,
                cname,
                Stream.of(values).map(TlsaSpec::parse).toList(),
                smtp);
    }

    public HostSpec withSmtp(SmtpSpec value) {
        return new HostSpec(name, signed, dns, tlsaDns, addresses, cname, tlsa, value);
    }

    public HostSpec withSmtp(SmtpBehaviour behaviour) {
        return withSmtp(smtp.withBehaviour(behaviour));
    }
}
