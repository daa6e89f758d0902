package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.TlsaSpec;
import org.mxcensus.lab.world.World;

/// What is true about MX hosts and their addresses.
final class MailTruth {

    private static final String UNMEASURED = "UNMEASURED";
    private static final List<String> FAULTS = List.of("MISMATCH", "STARTTLS_MISSING", "HANDSHAKE_FAILED", "UNUSABLE");
    private static final List<String> RANKED = List.of(
            "PARTIAL",
            "MISMATCH",
            "STARTTLS_MISSING",
            "HANDSHAKE_FAILED",
            "UNUSABLE",
            "LOOKUP_FAILED",
            UNMEASURED,
            "VALID",
            "NOT_DEPLOYED");

    private final World world;
    private final NameTruth names;

    MailTruth(World world, NameTruth names) {
        this.world = world;
        this.names = names;
    }

    /// The TLSA RRset that a sender uses.
    private record Tlsa(String status, String base, String failure, List<TlsaSpec> records) {
        static Tlsa without(String status) {
            return new Tlsa(status, "", "", List.of());
        }
    }

    HostTruth host(String host) {
        NameTruth.Path path = names.follow(host);
        List<String> ips = path.failure().isEmpty()
                ? path.end().map(world.roster()::addressesOf).orElse(List.of())
                : List.of();
        Tlsa tlsa = ips.isEmpty() ? Tlsa.without("NOT_ASKED") : tlsa(host, path);
        List<AddressTruth> addresses =
                ips.stream().map(ip -> address(host, ip, tlsa)).toList();
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
                path.failure().isEmpty() ? over(deciding(addresses)) : UNMEASURED);
    }

    /// RFC 7504 §3: an address that accepts no mail decides nothing.
    private static List<String> deciding(List<AddressTruth> addresses) {
        return addresses.stream()
                .filter(address -> !address.outcome().equals("NO_SERVICE"))
                .map(AddressTruth::dane)
                .toList();
    }

    /// One verdict of several: valid and not valid side by side is PARTIAL; else the worst fault, then a failed
    /// look-up, then what could not be told, and only then what all agree on.
    static String over(List<String> verdicts) {
        boolean faulty = verdicts.stream().anyMatch(FAULTS::contains);
        if (verdicts.contains("VALID") && (faulty || verdicts.contains("NOT_DEPLOYED"))) {
            return "PARTIAL";
        }
        return RANKED.stream().filter(verdicts::contains).findFirst().orElse("");
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

    /// RFC 7672 §2.2.2 and §2.2.3.
    private Tlsa tlsa(String host, NameTruth.Path path) {
        if (path.secure()) {
            return below(Stream.of(path.last(), host).distinct().toList());
        }
        boolean secureAlias = path.names().size() > 1 && names.isSecure(host);
        Tlsa own = below(List.of(host));
        if (secureAlias) {
            return own;
        }
        // No sender asks below an insecure host, so a failure there means nothing.
        return switch (own.status()) {
            case "FOUND" -> new Tlsa("FOUND_INSECURE", own.base(), "", own.records());
            case "FAILED" -> Tlsa.without("ABSENT");
            default -> own;
        };
    }

    private Tlsa below(List<String> bases) {
        for (String base : bases) {
            String failure = names.failure("_25._tcp." + base);
            if (!failure.isEmpty()) {
                return new Tlsa("FAILED", base, failure, List.of());
            }
            List<TlsaSpec> records = world.host(base).map(HostSpec::tlsa).orElse(List.of());
            if (!records.isEmpty()) {
                return new Tlsa("FOUND", base, "", records);
            }
        }
        return Tlsa.without("ABSENT");
    }

    private AddressTruth address(String host, String ip, Tlsa tlsa) {
        HostSpec greeter = Objects.requireNonNull(
                        world.roster().hostsByAddress().get(ip), ip)
                .getFirst();
        SmtpTruth smtp = SmtpTruth.of(greeter.smtp());
        boolean dane = tlsa.status().equals("FOUND");
        // RFC 7672 §8.1: the server name is the TLSA base domain where there is TLSA.
        String sni = dane ? tlsa.base() : host;
        HostSpec shown = world.host(sni)
                .filter(named -> world.roster().addressesOf(named).contains(ip))
                .orElse(greeter);
        CertificateKind cert = shown.smtp().tls().cert();
        boolean tls = smtp.established();
        boolean rightName = isNamed(cert) && shows(shown, host);
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
                tls ? answer(isTrusted(cert)) : "",
                tls ? answer(rightName) : "",
                dane(tlsa, smtp, cert, isOwn(shown, tlsa.base())));
    }

    /// Whether the certificate that stands for a host is for this name too.
    private static boolean shows(HostSpec shown, String name) {
        return shown.smtp().tls().cert() == CertificateKind.WILDCARD
                ? CertificateKind.wildcard(shown.name()).equals(CertificateKind.wildcard(name))
                : shown.name().equals(name);
    }

    /// Whether it is the one that the host of this name would show.
    private boolean isOwn(HostSpec shown, String base) {
        return shown.name().equals(base)
                || shows(shown, base)
                        && world.host(base)
                                .map(HostSpec::smtp)
                                .filter(own -> own.tls().equals(shown.smtp().tls()))
                                .isPresent();
    }

    private static boolean isTrusted(CertificateKind cert) {
        return switch (cert) {
            case CA_SIGNED,
                    WITH_ROOT,
                    SHUFFLED,
                    LONG_CHAIN,
                    WILDCARD,
                    WRONG_NAME,
                    NO_SAN,
                    IP_SAN,
                    SHA1,
                    HUGE,
                    NAMED_ONLY -> true;
            case CA_SIGNED_NO_CHAIN, SELF_SIGNED, UNKNOWN_CA, EXPIRED, NOT_YET_VALID -> false;
            // RFC 6151 §2: nobody takes this any more. SHA-1 goes out of use and is a matter of grades.
            case MD5 -> false;
        };
    }

    /// RFC 9525 §6.3: only a DNS name among the alternative names counts.
    private static boolean isNamed(CertificateKind cert) {
        return cert != CertificateKind.WRONG_NAME && cert != CertificateKind.NO_SAN && cert != CertificateKind.IP_SAN;
    }

    private static String dane(Tlsa tlsa, SmtpTruth smtp, CertificateKind cert, boolean own) {
        if (tlsa.status().equals("FAILED")) {
            return "LOOKUP_FAILED";
        }
        if (!tlsa.status().equals("FOUND")) {
            return "NOT_DEPLOYED";
        }
        return switch (smtp.starttls()) {
            case "YES" -> DaneTruth.judge(tlsa.records(), cert, own);
            case "NO" -> smtp.outcome().equals("HANDSHAKE_FAILED") ? "HANDSHAKE_FAILED" : "STARTTLS_MISSING";
            default -> UNMEASURED;
        };
    }

    private static String answer(boolean yes) {
        return yes ? "YES" : "NO";
    }
}
