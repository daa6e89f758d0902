package org.mxcensus.analyzer.conformance;

import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.datasets.schema.DaneCause;

/// Usage 2: names and dates count (RFC 7672 §3.2, RFC 7671 §5.2).
record AnchorNameCases(Workshop workshop) {
    private static final String NAMES = "RFC 7672 §3.2.2";
    private static final String FORMS = "RFC 7672 §3.2.3";
    private static final String DATES = "RFC 7671 §5.2";

    Stream<DaneCase> cases() {
        return Stream.of(names(), commonNames(), dates(), anchorDates()).flatMap(part -> part);
    }

    private Stream<DaneCase> names() {
        return Stream.of(
                named("wrong", "another host", false, "elsewhere.example"),
                named("second", "another host first, then the host", true, "elsewhere.example", "mx.%s"),
                named("wildcard", "a wildcard one label above the host", true, "*.%s"),
                twoLevels(),
                named("wildcard-below", "a wildcard below the host", false, "*.mx.%s"),
                named("wildcard-part", "a wildcard that is part of a label", false, "m*.%s"),
                named("wildcard-alone", "a bare wildcard", false, "*"),
                named("uppercase", "the host in capitals", true, "MX.TA-NAME-UPPERCASE.EXAMPLE"),
                named("parent", "the parent of a host that is no next hop", false, "example"),
                nextHop(),
                aliasedNextHop());
    }

    private DaneCase named(String what, String words, boolean fits, String... names) {
        DaneDraft draft = draft("ta-name-" + what, "2 1 1, and the leaf names " + words);
        String[] own =
                Stream.of(names).map(name -> name.formatted(draft.domain())).toArray(String[]::new);
        draft.leaf(Form.server(own));
        draft.tlsa(2, 1, 1, workshop.intermediate());
        return fits ? draft.valid(NAMES) : draft.mismatch(DaneCause.NAME, NAMES);
    }

    /// A wildcard stands for one label.
    private DaneCase twoLevels() {
        DaneDraft draft = draft("ta-name-wildcard-two-levels", "2 1 1, and the leaf names a wildcard two labels above")
                .host("mx.deep.ta-name-wildcard-two-levels.example");
        draft.leaf(Form.server("*.ta-name-wildcard-two-levels.example"));
        return draft.tlsa(2, 1, 1, workshop.intermediate()).mismatch(DaneCause.NAME, NAMES);
    }

    private DaneCase nextHop() {
        DaneDraft draft = draft("ta-name-next-hop", "2 1 1, and the leaf names the next-hop domain");
        draft.leaf(Form.server(draft.domain()));
        return draft.tlsa(2, 1, 1, workshop.intermediate()).validByNextHop(NAMES);
    }

    private DaneCase aliasedNextHop() {
        DaneDraft draft = draft("ta-name-next-hop-alias", "2 1 1, and the leaf names where the next-hop domain leads");
        draft.leaf(Form.server("ta-name-next-hop-alias-target.example"));
        return draft.mxAlias("ta-name-next-hop-alias-target.example")
                .tlsa(2, 1, 1, workshop.intermediate())
                .validByNextHop(NAMES);
    }

    private Stream<DaneCase> commonNames() {
        DaneDraft only = draft("ta-name-common", "2 1 1, and the host is the leaf's common name, without other names");
        only.leaf(Form.server().named(only.host()));
        DaneDraft beside =
                draft("ta-name-common-beside", "2 1 1, and the host is the common name beside another DNS name");
        beside.leaf(Form.server("elsewhere.example").named(beside.host()));
        DaneDraft none = draft("ta-name-none", "2 1 1, and the leaf names no host");
        none.leaf(Form.server().named("nobody"));
        return Stream.of(
                only.tlsa(2, 1, 1, workshop.intermediate()).valid(FORMS),
                beside.tlsa(2, 1, 1, workshop.intermediate()).mismatch(DaneCause.NAME, FORMS),
                none.tlsa(2, 0, 1, workshop.intermediate()).mismatch(DaneCause.NAME, FORMS));
    }

    private Stream<DaneCase> dates() {
        DaneDraft expired = draft("ta-leaf-expired", "2 1 1, and the leaf has expired");
        expired.own("leaf", () -> workshop.intermediate().issue(Workshop.expired(Form.server(expired.host()))));
        DaneDraft coming = draft("ta-leaf-not-yet", "2 1 1, and the leaf is not valid yet");
        coming.own("leaf", () -> workshop.intermediate().issue(Workshop.coming(Form.server(coming.host()))));
        DaneDraft full = draft("ta-full-leaf-expired", "2 0 0 of the root, and the leaf has expired");
        full.own("leaf", () -> workshop.intermediate().issue(Workshop.expired(Form.server(full.host()))));
        DaneDraft between = draft("ta-intermediate-expired", "2 1 1 of the root, and the intermediate has expired");
        Identity old = oldIntermediate();
        between.own("leaf", () -> old.issue(Workshop.lasting(Form.server(between.host()))));
        return Stream.of(
                expired.tlsa(2, 1, 1, workshop.intermediate()).mismatch(DaneCause.EXPIRED, DATES),
                coming.tlsa(2, 1, 1, workshop.intermediate()).mismatch(DaneCause.EXPIRED, DATES),
                full.tlsa(2, 0, 0, workshop.root()).mismatch(DaneCause.EXPIRED, DATES),
                between.tlsa(2, 1, 1, workshop.root())
                        .chain(between.leaf(), old, workshop.root())
                        .mismatch(DaneCause.EXPIRED, DATES));
    }

    private Stream<DaneCase> anchorDates() {
        Identity oldRoot = oldRoot();
        DaneDraft anchor = draft("ta-anchor-expired", "2 0 1 of an intermediate that has expired");
        Identity old = oldIntermediate();
        anchor.own("leaf", () -> old.issue(Workshop.lasting(Form.server(anchor.host()))));
        DaneDraft root = belowOldRoot("ta-root-expired", "2 1 1 of a root that has expired", oldRoot);
        DaneDraft brought = belowOldRoot("ta-full-root-expired", "2 0 0 of a root that has expired, not sent", oldRoot);
        DaneDraft bare = belowOldRoot("ta-full-key-of-expired", "2 1 0: the bare key has no dates", oldRoot);
        DaneDraft above = draft("ta-root-above-expired", "2 1 1 of the intermediate; the root above it has expired");
        Identity below = above.own(
                "intermediate", () -> oldRoot.issue(Workshop.lasting(Form.authority("Conformance Below Expired"))));
        above.own("leaf", () -> below.issue(Workshop.lasting(Form.server(above.host()))));
        return Stream.of(
                anchor.tlsa(2, 0, 1, old).chain(anchor.leaf(), old).valid("RFC 6698 §2.1.1"),
                root.tlsa(2, 1, 1, oldRoot).chain(root.leaf(), oldRoot).mismatch(DaneCause.EXPIRED, DATES),
                brought.tlsa(2, 0, 0, oldRoot).chain(brought.leaf()).mismatch(DaneCause.EXPIRED, DATES),
                bare.tlsa(2, 1, 0, oldRoot).chain(bare.leaf()).valid("RFC 7671 §5.2.3"),
                above.tlsa(2, 1, 1, below).chain(above.leaf(), below, oldRoot).valid(DATES));
    }

    private DaneDraft belowOldRoot(String id, String title, Identity root) {
        DaneDraft draft = draft(id, title);
        draft.own("leaf", () -> root.issue(Workshop.lasting(Form.server(draft.host()))));
        return draft;
    }

    private Identity oldRoot() {
        return workshop.identity(
                "expired-root", () -> Pki.selfSigned(Workshop.expired(Form.authority("Conformance Expired Root"))));
    }

    private Identity oldIntermediate() {
        return workshop.identity(
                "expired-intermediate",
                () -> workshop.root().issue(Workshop.expired(Form.authority("Conformance Expired Intermediate"))));
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
