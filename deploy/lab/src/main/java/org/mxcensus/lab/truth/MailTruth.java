package org.mxcensus.lab.truth;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.lab.world.TlsaSpec;
import org.mxcensus.lab.world.World;

/// What is true about MX hosts and their addresses.
final class MailTruth {

    private static final String UNMEASURED = "UNMEASURED";

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
                ips.stream().map(ip -> address(host, ip, path, tlsa)).toList();
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
                over(addresses.stream().map(AddressTruth::dane).toList()));
    }

    /// One verdict of several: what all say; valid somewhere only is PARTIAL; else the first fault.
    static String over(List<String> verdicts) {
        List<String> distinct = verdicts.stream().distinct().toList();
        if (distinct.size() <= 1) {
            return distinct.isEmpty() ? "" : distinct.getFirst();
        }
        if (distinct.contains(UNMEASURED)) {
            return UNMEASURED;
        }
        return distinct.contains("VALID")
                ? "PARTIAL"
                : distinct.stream()
                        .filter(verdict -> !verdict.equals("NOT_DEPLOYED"))
                        .findFirst()
                        .orElseThrow();
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

    private AddressTruth address(String host, String ip, NameTruth.Path path, Tlsa tlsa) {
        List<HostSpec> here = world.roster().hostsByAddress().getOrDefault(ip, List.of());
        HostSpec greeter = here.getFirst();
        SmtpBehaviour behaviour = greeter.smtp().behaviour();
        boolean dane = tlsa.status().equals("FOUND");
        // RFC 7672 §8.1: the server name is the TLSA base domain where there is TLSA.
        String sni = dane ? tlsa.base() : host;
        HostSpec shown = here.stream()
                .filter(candidate -> candidate.name().equals(sni))
                .findFirst()
                .orElse(greeter);
        CertificateKind cert = shown.smtp().cert();
        boolean tls = behaviour == SmtpBehaviour.STARTTLS;
        boolean rightName = cert != CertificateKind.WRONG_NAME && shown.name().equals(host);
        return new AddressTruth(
                host,
                ip,
                outcome(behaviour),
                cause(behaviour),
                starttls(behaviour),
                tls ? version(greeter.smtp().tls()) : "",
                tls ? answer(cert == CertificateKind.CA_SIGNED || cert == CertificateKind.WRONG_NAME) : "",
                tls ? answer(rightName) : "",
                dane(tlsa, behaviour, cert, shown.name().equals(tlsa.base())));
    }

    private static String dane(Tlsa tlsa, SmtpBehaviour behaviour, CertificateKind cert, boolean own) {
        if (tlsa.status().equals("FAILED")) {
            return "LOOKUP_FAILED";
        }
        if (!tlsa.status().equals("FOUND")) {
            return "NOT_DEPLOYED";
        }
        return switch (outcome(behaviour)) {
            case "TLS_ESTABLISHED" -> DaneTruth.judge(tlsa.records(), cert, own);
            case "STARTTLS_NOT_OFFERED" -> "STARTTLS_MISSING";
            case "STARTTLS_REFUSED" ->
                behaviour == SmtpBehaviour.STARTTLS_REFUSED_TEMPORARY ? UNMEASURED : "STARTTLS_MISSING";
            case "HANDSHAKE_FAILED" -> "HANDSHAKE_FAILED";
            default -> UNMEASURED;
        };
    }

    private static String outcome(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case STARTTLS -> "TLS_ESTABLISHED";
            case PLAIN, HELO_ONLY -> "STARTTLS_NOT_OFFERED";
            case STARTTLS_REFUSED, STARTTLS_REFUSED_TEMPORARY -> "STARTTLS_REFUSED";
            case HANDSHAKE_FAILED, HANDSHAKE_GARBAGE, HANDSHAKE_CLOSED, HANDSHAKE_SILENT -> "HANDSHAKE_FAILED";
            case DEFERRED, DEFERRED_EHLO -> "DEFERRED";
            case BLOCKED -> "BLOCKED";
            case NO_SERVICE -> "NO_SERVICE";
            case EHLO_REJECTED -> "EHLO_REJECTED";
            case REFUSED, SILENT, RESET -> "NOT_CONNECTED";
            case GARBAGE -> "PROTOCOL_ERROR";
        };
    }

    private static String cause(SmtpBehaviour behaviour) {
        return switch (behaviour) {
            case HANDSHAKE_FAILED -> "ALERT";
            case HANDSHAKE_GARBAGE -> "PROTOCOL";
            case HANDSHAKE_CLOSED -> "CLOSED";
            case HANDSHAKE_SILENT, SILENT -> "TIMED_OUT";
            case REFUSED -> "REFUSED";
            case RESET -> "RESET";
            case GARBAGE -> "SYNTAX";
            case STARTTLS,
                    PLAIN,
                    HELO_ONLY,
                    STARTTLS_REFUSED,
                    STARTTLS_REFUSED_TEMPORARY,
                    DEFERRED,
                    DEFERRED_EHLO,
                    BLOCKED,
                    NO_SERVICE,
                    EHLO_REJECTED -> "";
        };
    }

    private static String starttls(SmtpBehaviour behaviour) {
        return switch (outcome(behaviour)) {
            case "TLS_ESTABLISHED" -> "YES";
            case "STARTTLS_NOT_OFFERED", "HANDSHAKE_FAILED" -> "NO";
            case "STARTTLS_REFUSED" -> behaviour == SmtpBehaviour.STARTTLS_REFUSED ? "NO" : UNMEASURED;
            // RFC 7504 §3: the host accepts no mail, so the question does not arise.
            case "NO_SERVICE" -> "";
            default -> UNMEASURED;
        };
    }

    private static String version(TlsSupport support) {
        return support.protocols()[0];
    }

    private static String answer(boolean yes) {
        return yes ? "YES" : "NO";
    }
}
