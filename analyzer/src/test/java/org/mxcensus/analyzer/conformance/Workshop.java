package org.mxcensus.analyzer.conformance;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;

/// The certificates of a suite: those that it has already, and new ones for new cases. So a suite that is written
/// again stays the same, byte for byte.
final class Workshop {
    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    static final Instant FAR_AWAY = Instant.parse("2119-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2120-01-01T00:00:00Z");

    private final Map<String, String> oldCertificates;
    private final Map<String, String> oldKeys;
    private final Map<String, Identity> made = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /// @param before the suite as it was; an empty one to make everything anew
    Workshop(Suite<?> before) {
        oldCertificates = before.certificates();
        oldKeys = before.keys();
    }

    Identity identity(String name, Supplier<Identity> make) {
        Identity known = made.get(name);
        if (known != null) {
            return known;
        }
        Identity identity = oldCertificates.containsKey(name) ? old(name) : make.get();
        made.put(name, identity);
        names.put(identity.sha256(), name);
        return identity;
    }

    /// The name of a certificate that came from here.
    String nameOf(Identity identity) {
        String name = names.get(identity.sha256());
        if (name == null) {
            throw new IllegalStateException("a certificate without a name");
        }
        return name;
    }

    SortedMap<String, String> certificates() {
        SortedMap<String, String> table = new TreeMap<>();
        made.forEach((name, identity) -> table.put(name, Base64.getEncoder().encodeToString(identity.der())));
        return table;
    }

    SortedMap<String, String> keys() {
        SortedMap<String, String> table = new TreeMap<>();
        made.forEach((name, identity) -> table.put(
                name,
                Base64.getEncoder().encodeToString(identity.keys().getPrivate().getEncoded())));
        return table;
    }

    private Identity old(String name) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(oldCertificates.get(name))));
            return new Identity(
                    certificate,
                    new KeyPair(
                            certificate.getPublicKey(),
                            KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                                    .generatePrivate(new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(oldKeys.get(name))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    // Authorities that cases share.

    Identity root() {
        return identity("root", () -> Pki.selfSigned(lasting(Form.authority("Conformance Root"))));
    }

    Identity intermediate() {
        return identity("intermediate", () -> root().issue(lasting(Form.authority("Conformance Intermediate"))));
    }

    /// Below the intermediate.
    Identity issuing() {
        return identity("issuing", () -> intermediate().issue(lasting(Form.authority("Conformance Issuing"))));
    }

    /// Has issued nothing.
    Identity stranger() {
        return identity("stranger", () -> Pki.selfSigned(lasting(Form.authority("Stranger Root"))));
    }

    /// A leaf that no server shows.
    Identity unseen() {
        return identity("unseen", () -> intermediate().issue(lasting(Form.server("unseen.example"))));
    }

    static Form lasting(Form form) {
        return form.valid(START, END);
    }

    static Form expired(Form form) {
        return form.valid(START, LONG_AGO);
    }

    static Form coming(Form form) {
        return form.valid(FAR_AWAY, END);
    }
}
