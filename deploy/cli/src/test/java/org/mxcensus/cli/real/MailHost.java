package org.mxcensus.cli.real;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.Identity;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.TlsSpec;
import org.mxcensus.lab.world.World;

/// A mail host as the configuration of its software needs it.
///
/// @param name what it calls itself
/// @param address where it listens, at port 25
/// @param smtp what it is to do
/// @param keys a key and its chain each, as PEM
record MailHost(String name, String address, SmtpSpec smtp, List<String> keys) {

    static final int PORT = 25;

    /// All of a world where somebody listens.
    static List<MailHost> all(World world, Authority authority) {
        return world.roster().hostsByAddress().entrySet().stream()
                .flatMap(at -> at.getValue().stream()
                        .filter(host -> host.smtp().behaviour() != SmtpBehaviour.REFUSED)
                        .map(host -> of(host, at.getKey(), authority)))
                .collect(Collectors.toList());
    }

    private static MailHost of(HostSpec host, String address, Authority authority) {
        TlsSpec tls = host.smtp().tls();
        Stream<KeyType> types =
                tls.keyType() == KeyType.DUAL ? Stream.of(KeyType.P_256, KeyType.RSA_2048) : Stream.of(tls.keyType());
        return new MailHost(
                host.name(),
                address,
                host.smtp(),
                types.map(type -> authority.identity(host.name(), tls.cert(), type, tls.number()))
                        .map(Identity::pem)
                        .toList());
    }

    boolean offersStartTls() {
        return smtp.behaviour() != SmtpBehaviour.PLAIN;
    }

    TlsSpec tls() {
        return smtp.tls();
    }

    /// The file names of its keys.
    List<String> files() {
        return Stream.iterate(0, i -> i < keys.size(), i -> i + 1)
                .map(i -> address + '-' + i + ".pem")
                .toList();
    }
}
