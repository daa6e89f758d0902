package org.mxcensus.analyzer.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;

/// Mistakes that operators make, and by what one tells them.
record MistakeCases(Workshop workshop) {
    private static final String SECTION = "RFC 7672 §3.1.1";
    private static final String DATA = "RFC 6698 §2.1.3";
    private static final String SELECTION = "RFC 6698 §2.1.2";
    private static final String KEYS = "RFC 7672 §8.2";
    private static final String ROLLOVER = "RFC 7671 §8.1";

    /// SHA-256 of the key of an authority that a public CA retired in 2021; many records still name it.
    private static final String RETIRED = "60b87575447dcba2a36b7d11ac09fb24a9db406fee12d2cc90180517616e8a18";

    Stream<DaneCase> cases() {
        return Stream.of(parameters(), data(), mistyped(), keyTypes(), rollovers(), others())
                .flatMap(part -> part);
    }

    private Stream<DaneCase> parameters() {
        DaneDraft leafAsAnchor = draft("mistake-usage-2-of-leaf", "2 1 1 with the leaf's digest");
        DaneDraft anchorAsLeaf = draft("mistake-usage-3-of-intermediate", "3 1 1 with the intermediate's digest");
        DaneDraft rootAsLeaf = draft("mistake-usage-3-of-root", "3 0 1 with the digest of the root, which is sent");
        DaneDraft certificate = draft("mistake-selector-1-of-cert", "3 1 1 with the digest of the whole certificate");
        DaneDraft key = draft("mistake-selector-0-of-spki", "3 0 1 with the digest of the key");
        DaneDraft anchorKey = draft("mistake-selector-anchor", "2 0 1 with the digest of the intermediate's key");
        DaneDraft type = draft("mistake-matching-1-of-sha512", "3 1 1 with SHA-512, which is too long to be used");
        return Stream.of(
                leafAsAnchor.tlsa(2, 1, 1, leafAsAnchor.leaf()).mismatch(DaneCause.WRONG_USAGE, "RFC 7672 §3.1.2"),
                anchorAsLeaf.tlsa(3, 1, 1, workshop.intermediate()).mismatch(DaneCause.WRONG_USAGE, SECTION),
                rootAsLeaf
                        .tlsa(3, 0, 1, workshop.root())
                        .chain(rootAsLeaf.leaf(), workshop.intermediate(), workshop.root())
                        .mismatch(DaneCause.WRONG_USAGE, SECTION),
                certificate
                        .tlsa(as(3, 1, 1, Seen.tlsa(3, 0, 1, certificate.leaf())))
                        .mismatch(DaneCause.WRONG_SELECTOR, SELECTION),
                key.tlsa(as(3, 0, 1, Seen.tlsa(3, 1, 1, key.leaf()))).mismatch(DaneCause.WRONG_SELECTOR, SELECTION),
                anchorKey
                        .tlsa(as(2, 0, 1, Seen.tlsa(2, 1, 1, workshop.intermediate())))
                        .mismatch(DaneCause.WRONG_SELECTOR, SELECTION),
                type.tlsa(as(3, 1, 1, Seen.tlsa(3, 1, 2, type.leaf()))).unusable(DaneCause.WRONG_MATCHING_TYPE, DATA));
    }

    private Stream<DaneCase> data() {
        DaneDraft pem = draft("mistake-pem", "3 0 1 with the digest of the PEM file");
        DaneDraft pemKey = draft("mistake-pem-key", "3 1 1 with the digest of the PEM file of the key");
        DaneDraft pemLong = draft("mistake-pem-sha512", "3 0 2 with the digest of the PEM file");
        return Stream.of(
                draft("mistake-empty-sha256", "3 1 1 with the digest of empty input")
                        .tlsa(new TlsaRecord(3, 1, 1, Pki.hash("SHA-256", new byte[0])))
                        .mismatch(DaneCause.EMPTY_INPUT, DATA),
                draft("mistake-empty-sha512", "3 0 2 with the digest of empty input")
                        .tlsa(new TlsaRecord(3, 0, 2, Pki.hash("SHA-512", new byte[0])))
                        .mismatch(DaneCause.EMPTY_INPUT, DATA),
                pem.tlsa(new TlsaRecord(
                                3,
                                0,
                                1,
                                Pki.hash(
                                        "SHA-256", pem("CERTIFICATE", pem.leaf().der()))))
                        .mismatch(DaneCause.PEM_TEXT, SELECTION),
                pemKey.tlsa(new TlsaRecord(
                                3,
                                1,
                                1,
                                Pki.hash(
                                        "SHA-256",
                                        pem("PUBLIC KEY", pemKey.leaf().spki()))))
                        .mismatch(DaneCause.PEM_TEXT, SELECTION),
                pemLong.tlsa(new TlsaRecord(
                                3,
                                0,
                                2,
                                Pki.hash(
                                        "SHA-512",
                                        pem("CERTIFICATE", pemLong.leaf().der()))))
                        .mismatch(DaneCause.PEM_TEXT, SELECTION));
    }

    /// RFC 7468: lines of 64 characters, and a line feed after each.
    private static byte[] pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Stream<DaneCase> mistyped() {
        DaneDraft one = draft("mistake-one-digit", "3 1 1 with one digit off");
        DaneDraft two = draft("mistake-two-digits", "3 1 1 with two digits off");
        DaneDraft anchor = draft("mistake-one-digit-anchor", "2 1 1 with one digit off");
        return Stream.of(
                one.tlsa(off(Seen.tlsa(3, 1, 1, one.leaf()), 20)).mismatch(DaneCause.MISTYPED, "RFC 6698 §2.1.4"),
                two.tlsa(off(off(Seen.tlsa(3, 1, 1, two.leaf()), 20), 41))
                        .mismatch(DaneCause.MISTYPED, "RFC 6698 §2.1.4"),
                anchor.tlsa(off(Seen.tlsa(2, 1, 1, workshop.intermediate()), 7))
                        .mismatch(DaneCause.MISTYPED, "RFC 6698 §2.1.4"));
    }

    private static TlsaRecord off(TlsaRecord right, int place) {
        StringBuilder data = new StringBuilder(right.data());
        data.setCharAt(place, data.charAt(place) == '0' ? '1' : '0');
        return new TlsaRecord(right.usage(), right.selector(), right.matching(), data.toString());
    }

    private static TlsaRecord as(int usage, int selector, int matching, TlsaRecord data) {
        return new TlsaRecord(usage, selector, matching, data.data());
    }

    /// A server with two certificates, one for each key type.
    private Stream<DaneCase> keyTypes() {
        DaneDraft other = draft("key-type-other", "3 1 1 matches only the RSA certificate, and ECDSA is shown first");
        DaneDraft one = draft("key-type-one", "3 1 1 matches the ECDSA certificate only, and there is an RSA one");
        DaneDraft both = draft("key-type-both", "3 1 1 for each of the two certificates");
        DaneDraft anchor = draft("key-type-anchor", "2 1 1 of the intermediate that has issued both certificates");
        return Stream.of(
                other.otherKey(rsa(other), workshop.intermediate())
                        .tlsa(3, 1, 1, rsa(other))
                        .mismatch(DaneCause.OTHER_KEY_TYPE, KEYS),
                one.otherKey(rsa(one), workshop.intermediate())
                        .tlsa(3, 1, 1, one.leaf())
                        .validBut(DaneCause.ONLY_ONE_KEY_TYPE, KEYS),
                both.otherKey(rsa(both), workshop.intermediate())
                        .tlsa(3, 1, 1, both.leaf())
                        .tlsa(3, 1, 1, rsa(both))
                        .valid(KEYS),
                anchor.otherKey(rsa(anchor), workshop.intermediate())
                        .tlsa(2, 1, 1, workshop.intermediate())
                        .valid(KEYS));
    }

    private Identity rsa(DaneDraft draft) {
        return draft.own(
                "leaf-rsa",
                () -> workshop.intermediate()
                        .issue(Workshop.lasting(Form.server(draft.host()).rsa(2048))));
    }

    private Stream<DaneCase> rollovers() {
        DaneDraft late = draft("rollover-late", "the record is that of the certificate before");
        DaneDraft early = draft("rollover-early", "the record has changed, the certificate has not");
        DaneDraft anchor =
                draft("rollover-late-anchor", "2 1 1 names the intermediate that issued the certificate before");
        DaneDraft good = draft("rollover-good", "the certificate has changed, and the records name old and new");
        DaneDraft never = draft("rollover-never-right", "the record did not match before either");
        Identity formerIntermediate = workshop.identity(
                "former-intermediate",
                () -> workshop.root().issue(Workshop.lasting(Form.authority("Conformance Former Intermediate"))));
        Identity formerBelow =
                anchor.own("leaf-before", () -> formerIntermediate.issue(Workshop.lasting(Form.server(anchor.host()))));
        return Stream.of(
                late.tlsa(3, 1, 1, before(late))
                        .before(List.of(Seen.tlsa(3, 1, 1, before(late))), before(late), workshop.intermediate())
                        .mismatch(DaneCause.ROLLOVER_LATE, ROLLOVER),
                early.tlsa(3, 1, 1, before(early))
                        .before(List.of(Seen.tlsa(3, 1, 1, early.leaf())), early.leaf(), workshop.intermediate())
                        .mismatch(DaneCause.ROLLOVER_EARLY, ROLLOVER),
                anchor.tlsa(2, 1, 1, formerIntermediate)
                        .before(List.of(Seen.tlsa(2, 1, 1, formerIntermediate)), formerBelow, formerIntermediate)
                        .mismatch(DaneCause.ROLLOVER_LATE, ROLLOVER),
                good.tlsa(3, 1, 1, before(good))
                        .tlsa(3, 1, 1, good.leaf())
                        .before(List.of(Seen.tlsa(3, 1, 1, before(good))), before(good), workshop.intermediate())
                        .valid(ROLLOVER),
                never.tlsa(3, 1, 1, workshop.unseen())
                        .before(List.of(Seen.tlsa(3, 1, 1, workshop.unseen())), never.leaf(), workshop.intermediate())
                        .mismatch(DaneCause.NO_MATCH, SECTION));
    }

    /// Another leaf for the same host.
    private Identity before(DaneDraft draft) {
        return draft.own(
                "leaf-before", () -> workshop.intermediate().issue(Workshop.lasting(Form.server(draft.host()))));
    }

    private Stream<DaneCase> others() {
        return Stream.of(
                draft("mistake-retired-authority", "2 1 1 of an authority that a public CA retired in 2021")
                        .tlsa(new TlsaRecord(2, 1, 1, RETIRED))
                        .mismatch(DaneCause.RETIRED_CA, "RFC 7671 §5.2"),
                draft("mistake-no-certificate", "TLS without a certificate")
                        .chain()
                        .tlsa(3, 1, 1, workshop.unseen())
                        .mismatch(DaneCause.NO_CERTIFICATE, "RFC 7672 §3.1"));
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
