package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;

/// What is true about MX hosts and their addresses.
///
/// @param before what was true when the crawl before saw the world
record MailTruth(World world, NameTruth names, Optional<Truth> before) {

    HostTruth host(String host) {
        NameTruth.Path path = names.follow(host);
        List<String> ips = path.failure().isEmpty()
                ? path.end().map(world.roster()::addressesOf).orElse(List.of())
                : List.of();
        TlsaTruth tlsa = ips.isEmpty() ? TlsaTruth.without("NOT_ASKED") : TlsaTruth.of(world, names, host, path);
        List<AddressTruth> addresses =
                ips.stream().map(ip -> address(host, ip, tlsa)).toList();
        DaneFinding dane = path.failure().isEmpty() ? DaneFinding.over(deciding(addresses)) : DaneFinding.UNMEASURED;
        return new HostTruth(
                host,
                status(path, ips, false),
                status(path, ips, true),
                path.failure().isEmpty() ? (path.secure() ? "SECURE" : "INSECURE") : "",
                path.failure(),
                tlsa.status(),
                tlsa.base(),
                tlsa.failure(),
                addresses,
                dane.status(),
                dane.cause());
    }

    /// RFC 7504 §3: an address that accepts no mail decides nothing.
    private static List<DaneFinding> deciding(List<AddressTruth> addresses) {
        return addresses.stream()
                .filter(AddressTruth::acceptsMail)
                .map(address -> new DaneFinding(address.dane(), address.daneCause()))
                .toList();
    }

    private String status(NameTruth.Path path, List<String> ips, boolean six) {
        if (!path.failure().isEmpty()) {
            return "FAILED";
        }
        if (ips.stream().anyMatch(ip -> ip.contains(":") == six)) {
            return "FOUND";
        }
        return names.exists(path.last()) ? "NO_DATA" : "NXDOMAIN";
    }

    private AddressTruth address(String host, String ip, TlsaTruth tlsa) {
        HostSpec greeter = greeter(ip);
        SmtpTruth smtp = SmtpTruth.of(greeter.smtp());
        HostSpec presented = presented(host, ip, tlsa);
        Shown shown = Shown.by(presented);
        boolean tls = smtp.established();
        DaneFinding dane = dane(host, ip, tlsa, smtp, presented);
        return new AddressTruth(
                host,
                ip,
                smtp.outcome(),
                smtp.stage(),
                smtp.cause(),
                smtp.alert(),
                smtp.reply(),
                SmtpTruth.plaintext(greeter.smtp()),
                smtp.starttls(),
                tls ? greeter.smtp().tls().support().protocols().getFirst() : "",
                tls ? SmtpTruth.group(greeter.smtp().tls()) : "",
                tls ? answer(shown.isTrusted()) : "",
                tls ? answer(shown.isFor(host)) : "",
                dane.status(),
                dane.cause());
    }

    private HostSpec greeter(String ip) {
        return Objects.requireNonNull(world.roster().hostsByAddress().get(ip), ip)
                .getFirst();
    }

    /// Whose certificate a client meets at an address.
    private HostSpec presented(String host, String ip, TlsaTruth tlsa) {
        // RFC 7672 §8.1: the server name is the TLSA base domain where there is TLSA.
        String sni = tlsa.isSecure() ? tlsa.base() : host;
        return world.host(sni)
                .filter(named -> world.roster().addressesOf(named).contains(ip))
                .orElseGet(() -> greeter(ip));
    }

    private DaneFinding dane(String host, String ip, TlsaTruth tlsa, SmtpTruth smtp, HostSpec presented) {
        if (tlsa.status().equals("FAILED")) {
            return DaneFinding.of("LOOKUP_FAILED", DaneCause.ofLookup(DnsFailure.valueOf(tlsa.failure())));
        }
        if (!tlsa.isSecure()) {
            return tlsa.status().equals("FOUND_INSECURE")
                    ? DaneFinding.of("NOT_DEPLOYED", DaneCause.INSECURE_TLSA)
                    : DaneFinding.of("NOT_DEPLOYED");
        }
        return switch (smtp.starttls()) {
            case "YES" ->
                new DaneTruth(
                                world.host(tlsa.base()).orElseThrow(),
                                Shown.by(presented),
                                Shown.second(presented),
                                before.flatMap(then -> then.seen(host, ip)))
                        .judge(tlsa.records());
            case "NO" -> withoutTls(smtp);
            default -> DaneFinding.UNMEASURED;
        };
    }

    private static DaneFinding withoutTls(SmtpTruth smtp) {
        return switch (smtp.outcome()) {
            case "HANDSHAKE_FAILED" -> DaneFinding.of("HANDSHAKE_FAILED", DaneCause.HANDSHAKE);
            case "STARTTLS_REFUSED" -> DaneFinding.of("STARTTLS_MISSING", DaneCause.STARTTLS_REFUSED);
            default -> DaneFinding.of("STARTTLS_MISSING", DaneCause.STARTTLS_NOT_OFFERED);
        };
    }

    /// What a client met at an address of a host, where it met a certificate; for the crawl after.
    Optional<DaneTruth.Before> seen(HostTruth host, String ip) {
        return host.addresses().stream()
                .filter(address -> address.ip().equals(ip) && address.starttls().equals("YES"))
                .map(address -> new DaneTruth.Before(
                        Shown.by(presented(
                                host.host(), ip, new TlsaTruth(host.tlsaStatus(), host.tlsaBase(), "", List.of()))),
                        address.dane().equals("VALID")))
                .findFirst();
    }

    private static String answer(boolean yes) {
        return yes ? "YES" : "NO";
    }
}
