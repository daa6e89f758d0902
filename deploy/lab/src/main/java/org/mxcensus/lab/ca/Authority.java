package org.mxcensus.lab.ca;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.mxcensus.lab.world.CertificateKind;

/// The lab's CA. Server certificates are made when they are first asked for; the latest are kept.
public final class Authority {

    // A crawl of a past month must find today's certificates valid and the expired ones expired.
    private static final Duration WINDOW = Duration.ofDays(400);
    private static final Duration EXPIRED_FOR = Duration.ofDays(420);
    private static final int KEPT = 4096;

    private static final Instant CA_FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant CA_UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static final X500Name ROOT_NAME = new X500Name("CN=mxcensus lab root");
    private static final X500Name INTERMEDIATE_NAME = new X500Name("CN=mxcensus lab intermediate");

    /// The name in certificates of kind [CertificateKind#WRONG_NAME].
    public static final String WRONG_NAME = "wrong-name.lab.test";

    private final LabKeys keys;
    private final Instant validAt;
    private final KeyPair intermediateKey;
    private final X509Certificate root;
    private final X509Certificate intermediate;
    private final Map<Wanted, Identity> made = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Identity> eldest) {
            return size() > KEPT;
        }
    });

    private record Wanted(String name, CertificateKind kind, int key) {}

    /// @param seed root and intermediate follow from it alone
    /// @param validAt the instant around which server certificates are valid
    public Authority(long seed, Instant validAt) {
        this.keys = new LabKeys(seed);
        this.validAt = validAt.truncatedTo(ChronoUnit.DAYS);
        KeyPair rootKey = keys.pair("root CA");
        this.intermediateKey = keys.pair("intermediate CA");
        this.root = new CertificateForm(
                        ROOT_NAME, ROOT_NAME, rootKey.getPublic(), keys.serial("root"), CA_FROM, CA_UNTIL)
                .authority(rootKey);
        this.intermediate = new CertificateForm(
                        ROOT_NAME,
                        INTERMEDIATE_NAME,
                        intermediateKey.getPublic(),
                        keys.serial("intermediate"),
                        CA_FROM,
                        CA_UNTIL)
                .authority(rootKey);
    }

    /// The root, which clients are to trust.
    public X509Certificate root() {
        return root;
    }

    /// The intermediate, which servers send and TLSA records of usage 2 name.
    public X509Certificate intermediate() {
        return intermediate;
    }

    /// The root as PEM.
    public String rootPem() {
        return pem(root);
    }

    /// What the server of this name shows.
    ///
    /// @param key the number of its key
    public Identity identity(String name, CertificateKind kind, int key) {
        Wanted wanted = new Wanted(kind == CertificateKind.WILDCARD ? CertificateKind.wildcard(name) : name, kind, key);
        Identity known = made.get(wanted);
        if (known == null) {
            known = make(wanted);
            made.put(wanted, known);
        }
        return known;
    }

    private Identity make(Wanted wanted) {
        KeyPair own = keys.pair("server " + wanted.key() + ' ' + wanted.name());
        String name = wanted.kind() == CertificateKind.WRONG_NAME ? WRONG_NAME : wanted.name();
        boolean expired = wanted.kind() == CertificateKind.EXPIRED;
        boolean selfSigned = wanted.kind() == CertificateKind.SELF_SIGNED;
        X500Name subject = subject(name);
        X509Certificate leaf = new CertificateForm(
                        selfSigned ? subject : INTERMEDIATE_NAME,
                        subject,
                        own.getPublic(),
                        keys.serial(wanted + " " + validAt),
                        validAt.minus(expired ? EXPIRED_FOR.multipliedBy(3) : WINDOW),
                        expired ? validAt.minus(EXPIRED_FOR) : validAt.plus(WINDOW))
                .server(name, selfSigned ? own : intermediateKey);
        boolean alone = selfSigned || wanted.kind() == CertificateKind.CA_SIGNED_NO_CHAIN;
        return new Identity(own.getPrivate(), alone ? List.of(leaf) : List.of(leaf, intermediate));
    }

    private static X500Name subject(String name) {
        // RFC 5280 appendix A.1: a common name holds 64 characters.
        return new X500Name(name.length() <= 64 ? "CN=" + name : "");
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was just made cannot be written", impossible);
        }
    }
}
