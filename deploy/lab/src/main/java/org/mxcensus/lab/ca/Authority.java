package org.mxcensus.lab.ca;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.mxcensus.lab.ca.Authorities.Ca;
import org.mxcensus.lab.ca.CertificateForm.Issuer;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.Roster;

/// The lab's CA. Server certificates are made when they are first asked for; the latest are kept.
public final class Authority {

    // A crawl of a past month must find today's certificates valid and the expired ones expired.
    private static final Duration WINDOW = Duration.ofDays(400);
    private static final Duration EXPIRED_FOR = Duration.ofDays(420);
    private static final int KEPT = 4096;

    private static final int HUGE = 1 << 20;

    /// The name in certificates of kind [CertificateKind#WRONG_NAME].
    public static final String WRONG_NAME = "wrong-name.lab.test";

    private final LabKeys keys;
    private final Instant validAt;
    private final Authorities authorities;
    private final Map<Wanted, Identity> made = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Identity> eldest) {
            return size() > KEPT;
        }
    });

    private record Wanted(String name, CertificateKind kind, KeyType type, int number) {}

    /// @param seed root and intermediate follow from it alone
    /// @param validAt the instant around which server certificates are valid
    public Authority(long seed, Instant validAt) {
        this.keys = new LabKeys(seed);
        this.validAt = validAt.truncatedTo(ChronoUnit.DAYS);
        this.authorities = new Authorities(keys);
    }

    /// The root, which clients are to trust.
    public X509Certificate root() {
        return authorities.root().certificate();
    }

    /// The intermediate, which servers send.
    public X509Certificate intermediate() {
        return authorities.intermediate().certificate();
    }

    /// The authority that TLSA records of usage 2 name where a server shows a certificate of this kind.
    public X509Certificate anchor(CertificateKind kind) {
        return switch (kind) {
            case SHA1, MD5 -> authorities.rsaIntermediate().certificate();
            case UNKNOWN_CA -> authorities.stranger().certificate();
            case EXPIRED_ISSUER -> authorities.expired().certificate();
            default -> intermediate();
        };
    }

    /// The root as PEM.
    public String rootPem() {
        return Pem.text(root());
    }

    /// What the server of this name shows, with a P-256 key.
    ///
    /// @param number of its key
    public Identity identity(String name, CertificateKind kind, int number) {
        return identity(name, kind, KeyType.P_256, number);
    }

    /// What the server of this name shows.
    ///
    /// @param type not [KeyType#DUAL], which are two
    /// @param number of its key
    public Identity identity(String name, CertificateKind kind, KeyType type, int number) {
        Wanted wanted = new Wanted(
                kind == CertificateKind.WILDCARD ? CertificateKind.wildcard(name) : name, kind, type, number);
        Identity known = made.get(wanted);
        if (known == null) {
            known = make(wanted);
            made.put(wanted, known);
        }
        return known;
    }

    private Identity make(Wanted wanted) {
        KeyPair own = keys.pair(wanted.type(), wanted.name(), wanted.number());
        boolean selfSigned = wanted.kind() == CertificateKind.SELF_SIGNED;
        String name = wanted.kind() == CertificateKind.WRONG_NAME ? WRONG_NAME : wanted.name();
        X500Name subject = subject(name);
        Ca ca = issuer(wanted.kind());
        X509Certificate leaf = new CertificateForm(
                        selfSigned ? subject : ca.name(),
                        subject,
                        own.getPublic(),
                        keys.serial(wanted + " " + validAt),
                        notBefore(wanted.kind()),
                        notAfter(wanted.kind()))
                .server(
                        alternativeNames(name, wanted.kind()),
                        wanted.kind() == CertificateKind.HUGE ? HUGE : 0,
                        selfSigned ? Issuer.of(own) : signing(ca, wanted.kind()));
        return new Identity(own.getPrivate(), chain(leaf, wanted.kind()));
    }

    private Instant notBefore(CertificateKind kind) {
        return switch (kind) {
            case EXPIRED -> validAt.minus(EXPIRED_FOR.multipliedBy(3));
            case NOT_YET_VALID -> validAt.plus(EXPIRED_FOR);
            default -> validAt.minus(WINDOW);
        };
    }

    private Instant notAfter(CertificateKind kind) {
        return switch (kind) {
            case EXPIRED -> validAt.minus(EXPIRED_FOR);
            case NOT_YET_VALID -> validAt.plus(EXPIRED_FOR.multipliedBy(3));
            default -> validAt.plus(WINDOW);
        };
    }

    private static List<GeneralName> alternativeNames(String name, CertificateKind kind) {
        return switch (kind) {
            case NO_SAN -> List.of();
            case IP_SAN -> List.of(new GeneralName(GeneralName.iPAddress, Roster.choice(name, 0)));
            default -> List.of(new GeneralName(GeneralName.dNSName, name));
        };
    }

    private Ca issuer(CertificateKind kind) {
        return switch (kind) {
            case SHA1, MD5 -> authorities.rsaIntermediate();
            case UNKNOWN_CA -> authorities.stranger();
            case LONG_CHAIN, MISSING_LINK -> authorities.links().getLast();
            case EXPIRED_ISSUER -> authorities.expired();
            default -> authorities.intermediate();
        };
    }

    private static Issuer signing(Ca ca, CertificateKind kind) {
        return switch (kind) {
            case SHA1 -> Issuer.of(ca.key(), "SHA1withRSA");
            case MD5 -> Issuer.of(ca.key(), "MD5withRSA");
            default -> Issuer.of(ca.key());
        };
    }

    private List<X509Certificate> chain(X509Certificate leaf, CertificateKind kind) {
        return switch (kind) {
            case SELF_SIGNED, CA_SIGNED_NO_CHAIN -> List.of(leaf);
            case WITH_ROOT -> List.of(leaf, intermediate(), root());
            case SHUFFLED -> List.of(leaf, root(), intermediate());
            case LONG_CHAIN ->
                Stream.of(
                                Stream.of(leaf),
                                authorities.links().reversed().stream().map(Ca::certificate),
                                Stream.of(intermediate()))
                        .flatMap(part -> part)
                        .toList();
            default -> List.of(leaf, anchor(kind));
        };
    }

    private static X500Name subject(String name) {
        // RFC 5280 appendix A.1: a common name holds 64 characters.
        return new X500Name(name.length() <= 64 ? "CN=" + name : "");
    }
}
