package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.datasets.schema.DaneCause;

/// Usage 2: a trust anchor above the leaf, and where it may be (RFC 7672 §3.1.2, RFC 7671 §5.2).
record AnchorCases(Workshop workshop) {
    private static final String SECTION = "RFC 7672 §3.1.2";
    private static final List<String> SELECTORS = List.of("cert", "spki");
    private static final List<String> MATCHINGS = List.of("full", "sha256", "sha512");

    Stream<DaneCase> cases() {
        return Stream.of(grid(), positions(), orders(), notTheAnchor(), broken())
                .flatMap(part -> part);
    }

    /// Each selector and matching type: the anchor sent as the issuer, as the root, and not sent at all.
    private Stream<DaneCase> grid() {
        return Stream.of(0, 1).flatMap(selector -> Stream.of(0, 1, 2).flatMap(matching -> grid(selector, matching)));
    }

    private Stream<DaneCase> grid(int selector, int matching) {
        String kind = SELECTORS.get(selector) + "-" + MATCHINGS.get(matching);
        String words = "2 %d %d ".formatted(selector, matching);
        DaneDraft issuer = draft("ta-" + kind, words + "of the intermediate, which is sent");
        DaneDraft root = draft("ta-" + kind + "-root", words + "of the root, which is sent with the intermediate");
        DaneDraft rootless = draft("ta-" + kind + "-root-not-sent", words + "of the root, which is not sent");
        DaneDraft alone = draft("ta-" + kind + "-leaf-alone", words + "of the intermediate, and only the leaf is sent");
        DaneDraft other =
                draft("ta-" + kind + "-other", words + "of an authority that has nothing to do with the leaf");
        return Stream.of(
                issuer.tlsa(2, selector, matching, workshop.intermediate()).valid(SECTION),
                root.tlsa(2, selector, matching, workshop.root())
                        .chain(root.leaf(), workshop.intermediate(), workshop.root())
                        .valid(SECTION),
                absent(rootless.tlsa(2, selector, matching, workshop.root()), selector, matching),
                absent(
                        alone.tlsa(2, selector, matching, workshop.intermediate())
                                .chain(alone.leaf()),
                        selector,
                        matching),
                other.tlsa(2, selector, matching, workshop.stranger()).mismatch(DaneCause.ANCHOR_NOT_SENT, SECTION));
    }

    /// In full the record brings the anchor, or its key; a digest brings nothing.
    private static DaneCase absent(DaneDraft draft, int selector, int matching) {
        if (matching != 0) {
            return draft.mismatch(DaneCause.ANCHOR_NOT_SENT, SECTION);
        }
        return draft.valid(selector == 0 ? "RFC 7671 §5.2.2" : "RFC 7671 §5.2.3");
    }

    /// A chain of four, and the anchor at each height.
    private Stream<DaneCase> positions() {
        DaneDraft low = four("ta-four-issuing", "the anchor is the leaf's issuer, in a chain of four");
        DaneDraft middle = four("ta-four-middle", "the anchor is in the middle of a chain of four");
        DaneDraft high = four("ta-four-root", "the anchor is at the end of a chain of four");
        DaneDraft cut = four("ta-four-cut", "the anchor is in the middle, and nothing above it is sent");
        DaneDraft gap =
                four("ta-four-gap", "the anchor is sent and the certificate between it and the leaf's issuer is not");
        DaneDraft full = four("ta-four-full-gap", "2 0 0 of the root, without the certificate between");
        return Stream.of(
                low.tlsa(2, 1, 1, workshop.issuing()).valid(SECTION),
                middle.tlsa(2, 1, 1, workshop.intermediate()).valid(SECTION),
                high.tlsa(2, 0, 2, workshop.root()).valid(SECTION),
                cut.tlsa(2, 0, 1, workshop.intermediate())
                        .chain(deep(cut), workshop.issuing(), workshop.intermediate())
                        .valid(SECTION),
                gap.tlsa(2, 1, 1, workshop.root())
                        .chain(deep(gap), workshop.issuing(), workshop.root())
                        .mismatch(DaneCause.PATH_INVALID, SECTION),
                full.tlsa(2, 0, 0, workshop.root())
                        .chain(deep(full), workshop.issuing())
                        .mismatch(DaneCause.ANCHOR_NOT_SENT, "RFC 7671 §5.2.2"));
    }

    private DaneDraft four(String id, String title) {
        DaneDraft draft = draft(id, title);
        return draft.chain(deep(draft), workshop.issuing(), workshop.intermediate(), workshop.root());
    }

    private Identity deep(DaneDraft draft) {
        return draft.own("leaf", () -> workshop.issuing().issue(Workshop.lasting(Form.server(draft.host()))));
    }

    private Stream<DaneCase> orders() {
        DaneDraft shuffled = draft("ta-shuffled", "the root is sent before the intermediate");
        DaneDraft extra = draft("ta-extra", "a stranger is sent between leaf and intermediate");
        DaneDraft doubled = draft("ta-doubled", "the intermediate is sent twice");
        DaneDraft rootSent = draft("ta-root-beside", "the anchor is the intermediate, and the root is sent with it");
        DaneDraft two = draft("ta-one-of-two", "two records, of which the second names the intermediate");
        DaneDraft rsa = draft("ta-rsa", "2 1 1 of an intermediate with an RSA key");
        Identity issuer = rsa.own(
                "intermediate",
                () -> workshop.root()
                        .issue(Workshop.lasting(
                                Form.authority("Conformance RSA Intermediate").rsa(2048))));
        Identity below = rsa.own("leaf", () -> issuer.issue(Workshop.lasting(Form.server(rsa.host()))));
        return Stream.of(
                shuffled.tlsa(2, 1, 1, workshop.root())
                        .chain(shuffled.leaf(), workshop.root(), workshop.intermediate())
                        .valid(SECTION),
                extra.tlsa(2, 1, 1, workshop.intermediate())
                        .chain(extra.leaf(), workshop.stranger(), workshop.intermediate())
                        .valid(SECTION),
                doubled.tlsa(2, 0, 1, workshop.intermediate())
                        .chain(doubled.leaf(), workshop.intermediate(), workshop.intermediate())
                        .valid(SECTION),
                rootSent.tlsa(2, 0, 1, workshop.intermediate())
                        .chain(rootSent.leaf(), workshop.intermediate(), workshop.root())
                        .valid(SECTION),
                two.tlsa(2, 1, 1, workshop.stranger())
                        .tlsa(2, 1, 1, workshop.intermediate())
                        .valid("RFC 7671 §5"),
                rsa.tlsa(2, 1, 1, issuer).chain(below, issuer).valid(SECTION));
    }

    /// What is no anchor, though the data is that of a certificate that was sent.
    private Stream<DaneCase> notTheAnchor() {
        DaneDraft self =
                draft("ta-self-signed", "2 0 1 of a leaf that is signed by itself: an anchor stands above the leaf");
        DaneDraft twice = draft("ta-self-signed-twice", "the same, the leaf sent twice");
        DaneDraft full = draft("ta-self-signed-full", "2 0 0 of a leaf that is signed by itself");
        DaneDraft stranger = draft("ta-stranger-sent", "the anchor is sent and has not issued the leaf");
        return Stream.of(
                self.tlsa(2, 0, 1, selfSigned(self)).chain(selfSigned(self)).mismatch(DaneCause.WRONG_USAGE, SECTION),
                twice.tlsa(2, 1, 1, selfSigned(twice))
                        .chain(selfSigned(twice), selfSigned(twice))
                        .mismatch(DaneCause.WRONG_USAGE, SECTION),
                full.tlsa(2, 0, 0, selfSigned(full)).chain(selfSigned(full)).mismatch(DaneCause.WRONG_USAGE, SECTION),
                stranger.tlsa(2, 1, 1, workshop.stranger())
                        .chain(stranger.leaf(), workshop.intermediate(), workshop.stranger())
                        .mismatch(DaneCause.PATH_INVALID, SECTION));
    }

    private static Identity selfSigned(DaneDraft draft) {
        return draft.own("leaf", () -> Pki.selfSigned(Workshop.lasting(Form.server(draft.host()))));
    }

    private Stream<DaneCase> broken() {
        DaneDraft namesake = draft("ta-namesake", "the anchor has the issuer's name and another key");
        Identity double_ = namesake.own(
                "namesake", () -> Pki.selfSigned(Workshop.lasting(Form.authority("Conformance Intermediate"))));
        DaneDraft noAuthority = draft("ta-no-authority", "the leaf is issued by a certificate that is no authority");
        Identity server = noAuthority.own(
                "server", () -> workshop.intermediate().issue(Workshop.lasting(Form.server("server.example"))));
        Identity below = noAuthority.own("leaf", () -> server.issue(Workshop.lasting(Form.server(noAuthority.host()))));
        DaneDraft saved = draft("ta-saved-by-ee", "2 1 1 does not match, 3 1 1 does");
        return Stream.of(
                namesake.tlsa(2, 1, 1, double_)
                        .chain(namesake.leaf(), double_)
                        .mismatch(DaneCause.PATH_INVALID, SECTION),
                noAuthority
                        .tlsa(2, 1, 1, workshop.intermediate())
                        .chain(below, server, workshop.intermediate())
                        .mismatch(DaneCause.PATH_INVALID, SECTION),
                saved.tlsa(2, 1, 1, workshop.stranger())
                        .tlsa(3, 1, 1, saved.leaf())
                        .valid("RFC 7671 §5"));
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
