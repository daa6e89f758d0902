package org.mxcensus.lab.ca;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.mxcensus.lab.ca.CertificateForm.Issuer;

/// The certificates of authority: a root, what it has issued, and a stranger.
///
/// What only few worlds need is made when it is first asked for.
final class Authorities {

    /// Together with a leaf and the intermediate: 40.
    private static final int LINKS = 38;

    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");

    /// @param key with which it signs
    record Ca(X500Name name, KeyPair key, X509Certificate certificate) {}

    private final LabKeys keys;
    private final Ca root;
    private final Ca intermediate;
    private final Once<Ca> rsaIntermediate = new Once<>(this::makeRsaIntermediate);
    private final Once<Ca> stranger = new Once<>(() -> selfSigned("mxcensus lab stranger", "stranger"));
    private final Once<Ca> expired = new Once<>(this::makeExpired);
    private final Once<List<Ca>> links = new Once<>(this::makeLinks);

    Authorities(LabKeys keys) {
        this.keys = keys;
        this.root = selfSigned("mxcensus lab root", "root");
        this.intermediate = issued("mxcensus lab intermediate", "intermediate", keys.pair("intermediate CA"), root);
    }

    Ca root() {
        return root;
    }

    Ca intermediate() {
        return intermediate;
    }

    /// Issued by the root too, with an RSA key.
    Ca rsaIntermediate() {
        return rsaIntermediate.get();
    }

    /// Its own root, which nobody knows.
    Ca stranger() {
        return stranger.get();
    }

    /// Issued by the root too, valid no longer.
    Ca expired() {
        return expired.get();
    }

    /// A row of intermediates, each issued by the one before it, the first by [#intermediate].
    List<Ca> links() {
        return links.get();
    }

    private Ca makeRsaIntermediate() {
        return issued("mxcensus lab RSA intermediate", "RSA intermediate", LabKeys.rsaAuthority(), root);
    }

    private Ca makeExpired() {
        return issued(
                "mxcensus lab expired intermediate",
                "expired intermediate",
                keys.pair("expired intermediate CA"),
                root,
                LONG_AGO);
    }

    private List<Ca> makeLinks() {
        List<Ca> row = new ArrayList<>();
        for (int i = 1; i <= LINKS; i++) {
            Ca before = row.isEmpty() ? intermediate : row.getLast();
            row.add(issued("mxcensus lab link " + i, "link " + i, keys.pair("link CA " + i), before));
        }
        return List.copyOf(row);
    }

    private Ca selfSigned(String commonName, String label) {
        X500Name name = new X500Name("CN=" + commonName);
        KeyPair key = keys.pair(label + " CA");
        return new Ca(name, key, form(name, name, key, label, UNTIL).authority(Issuer.of(key)));
    }

    private Ca issued(String commonName, String label, KeyPair key, Ca by) {
        return issued(commonName, label, key, by, UNTIL);
    }

    private Ca issued(String commonName, String label, KeyPair key, Ca by, Instant until) {
        X500Name name = new X500Name("CN=" + commonName);
        return new Ca(name, key, form(by.name(), name, key, label, until).authority(Issuer.of(by.key())));
    }

    private CertificateForm form(X500Name issuer, X500Name subject, KeyPair key, String label, Instant until) {
        return new CertificateForm(issuer, subject, key.getPublic(), keys.serial(label), FROM, until);
    }
}
