package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.datasets.schema.DaneCause;

/// Usage 3: the leaf's certificate or key, and nothing else counts (RFC 7672 §3.1.1).
record EndEntityCases(Workshop workshop) {
    private static final String SECTION = "RFC 7672 §3.1.1";
    private static final List<String> SELECTORS = List.of("cert", "spki");
    private static final List<String> MATCHINGS = List.of("full", "sha256", "sha512");

    Stream<DaneCase> cases() {
        return Stream.of(grid(), chains(), names(), dates(), keys()).flatMap(part -> part);
    }

    /// Each selector and matching type: right, and right for another leaf.
    private Stream<DaneCase> grid() {
        return Stream.of(0, 1)
                .flatMap(selector -> Stream.of(0, 1, 2).flatMap(matching -> {
                    String kind = SELECTORS.get(selector) + "-" + MATCHINGS.get(matching);
                    String words = "3 %d %d ".formatted(selector, matching);
                    DaneDraft alone = draft("ee-" + kind, words + "of the leaf, which is sent alone");
                    DaneDraft other = draft("ee-" + kind + "-other", words + "of another leaf");
                    return Stream.of(
                            alone.tlsa(3, selector, matching, alone.leaf())
                                    .chain(alone.leaf())
                                    .valid(SECTION),
                            other.tlsa(3, selector, matching, workshop.unseen()).mismatch(DaneCause.NO_MATCH, SECTION));
                }));
    }

    private Stream<DaneCase> chains() {
        DaneDraft below = draft("ee-below-intermediate", "3 1 1 of the leaf, its intermediate beside");
        DaneDraft whole = draft("ee-whole-chain", "3 1 1 of the leaf, the chain up to the root beside");
        DaneDraft strangers =
                draft("ee-strangers", "3 1 1 of the leaf, a certificate beside that has nothing to do with it");
        DaneDraft self = draft("ee-self-signed", "3 1 1 of a leaf that is signed by itself");
        DaneDraft selfFull = draft("ee-self-signed-full", "3 0 0 of a leaf that is signed by itself");
        DaneDraft authority = draft("ee-authority", "3 0 1 of a leaf that is an authority, signed by itself");
        DaneDraft second =
                draft("ee-second-sent", "3 1 1 of the certificate that is sent second: of its own leaf only");
        return Stream.of(
                below.tlsa(3, 1, 1, below.leaf()).valid(SECTION),
                whole.tlsa(3, 1, 1, whole.leaf())
                        .chain(whole.leaf(), workshop.intermediate(), workshop.root())
                        .valid(SECTION),
                strangers
                        .tlsa(3, 1, 1, strangers.leaf())
                        .chain(strangers.leaf(), workshop.stranger())
                        .valid(SECTION),
                self.tlsa(3, 1, 1, selfSigned(self)).chain(selfSigned(self)).valid(SECTION),
                selfFull.tlsa(3, 0, 0, selfSigned(selfFull))
                        .chain(selfSigned(selfFull))
                        .valid(SECTION),
                authority
                        .tlsa(3, 0, 1, authority(authority))
                        .chain(authority(authority))
                        .valid(SECTION),
                second.tlsa(3, 1, 1, workshop.unseen())
                        .chain(second.leaf(), workshop.unseen())
                        .mismatch(DaneCause.NO_MATCH, SECTION));
    }

    private static Identity selfSigned(DaneDraft draft) {
        return draft.own("leaf", () -> Pki.selfSigned(Workshop.lasting(Form.server(draft.host()))));
    }

    private static Identity authority(DaneDraft draft) {
        return draft.own("leaf", () -> Pki.selfSigned(Workshop.lasting(Form.authority(draft.host()))));
    }

    private Stream<DaneCase> names() {
        DaneDraft wrong = draft("ee-name-wrong", "3 1 1, and the leaf names another host: names do not count");
        DaneDraft none = draft("ee-name-none", "3 1 1, and the leaf names no host at all: names do not count");
        return Stream.of(
                wrong.tlsa(3, 1, 1, wrong.leaf(Form.server("elsewhere.example")))
                        .valid(SECTION),
                none.tlsa(3, 0, 2, none.leaf(Form.server().named("nobody"))).valid(SECTION));
    }

    private Stream<DaneCase> dates() {
        DaneDraft expired = draft("ee-expired", "3 1 1 of a leaf that has expired: dates do not count");
        DaneDraft coming = draft("ee-not-yet", "3 0 1 of a leaf that is not valid yet: dates do not count");
        DaneDraft above =
                draft("ee-intermediate-expired", "3 1 1, and the intermediate has expired: it does not count");
        Identity old = above.own(
                "intermediate",
                () -> workshop.root().issue(Workshop.expired(Form.authority("Conformance Expired Intermediate"))));
        Identity below = above.own("leaf", () -> old.issue(Workshop.lasting(Form.server(above.host()))));
        return Stream.of(
                expired.tlsa(3, 1, 1, expiredLeaf(expired))
                        .chain(expiredLeaf(expired))
                        .valid(SECTION),
                coming.tlsa(3, 0, 1, comingLeaf(coming))
                        .chain(comingLeaf(coming))
                        .valid(SECTION),
                above.tlsa(3, 1, 1, below).chain(below, old).valid(SECTION));
    }

    private Identity expiredLeaf(DaneDraft draft) {
        return draft.own("leaf", () -> workshop.intermediate().issue(Workshop.expired(Form.server(draft.host()))));
    }

    private Identity comingLeaf(DaneDraft draft) {
        return draft.own("leaf", () -> workshop.intermediate().issue(Workshop.coming(Form.server(draft.host()))));
    }

    private Stream<DaneCase> keys() {
        DaneDraft rsa = draft("ee-rsa", "3 1 1 of a leaf with an RSA key of 2048 bits");
        DaneDraft rsaFull = draft("ee-rsa-full-key", "3 1 0: the whole RSA key");
        DaneDraft p384 = draft("ee-p384", "3 1 2 of a leaf with a key on P-384");
        DaneDraft several = draft("ee-one-of-three", "three records, of which the last one matches");
        DaneDraft twice = draft("ee-duplicate", "the matching record stands twice");
        DaneDraft both = draft("ee-both-selectors", "3 0 1 and 3 1 1 of the same leaf");
        return Stream.of(
                rsa.tlsa(3, 1, 1, rsa.leaf(Form.server(rsa.host()).rsa(2048))).valid(SECTION),
                rsaFull.tlsa(3, 1, 0, rsaFull.leaf(Form.server(rsaFull.host()).rsa(2048)))
                        .valid(SECTION),
                p384.tlsa(3, 1, 2, p384.leaf(Form.server(p384.host()).curve("secp384r1")))
                        .valid(SECTION),
                several.tlsa(3, 1, 1, workshop.unseen())
                        .tlsa(3, 1, 1, workshop.stranger())
                        .tlsa(3, 1, 1, several.leaf())
                        .valid("RFC 7671 §5"),
                twice.tlsa(3, 1, 1, twice.leaf()).tlsa(3, 1, 1, twice.leaf()).valid(SECTION),
                both.tlsa(3, 0, 1, both.leaf()).tlsa(3, 1, 1, both.leaf()).valid(SECTION));
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
