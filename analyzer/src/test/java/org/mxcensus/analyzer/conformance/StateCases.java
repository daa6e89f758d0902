package org.mxcensus.analyzer.conformance;

import java.util.Locale;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.conformance.DaneCase.Lookup;
import org.mxcensus.analyzer.conformance.DaneCase.StartTls;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;

/// What DNS and the dialogue say before any certificate counts (RFC 7672 §2).
record StateCases(Workshop workshop) {
    private static final String LOOKUP = "RFC 7672 §2.1.2";
    private static final String HOSTS = "RFC 7672 §2.2";
    private static final String INSECURE_MX = "RFC 7672 §2.2.1";
    private static final String BASES = "RFC 7672 §2.2.2";

    Stream<DaneCase> cases() {
        return Stream.of(
                        startTls(),
                        withoutRecords(),
                        lookups(),
                        insecureHosts(),
                        insecureMx(),
                        aliases(),
                        insecureAliases())
                .flatMap(part -> part);
    }

    private Stream<DaneCase> startTls() {
        return Stream.of(
                usable("starttls-not-offered", "the server does not offer STARTTLS")
                        .startTls(StartTls.NOT_OFFERED)
                        .expect(DaneStatus.STARTTLS_MISSING, DaneCause.STARTTLS_NOT_OFFERED, HOSTS),
                usable("starttls-refused", "the server refuses STARTTLS for good")
                        .startTls(StartTls.REFUSED, 502)
                        .expect(DaneStatus.STARTTLS_MISSING, DaneCause.STARTTLS_REFUSED, HOSTS),
                usable("starttls-refused-for-now", "the server refuses STARTTLS for now")
                        .startTls(StartTls.REFUSED, 454)
                        .expect(DaneStatus.UNMEASURED, DaneCause.NOT_MEASURED, "RFC 3207 §4"),
                usable("handshake-failed", "the server ends the handshake with an alert")
                        .startTls(StartTls.HANDSHAKE_FAILED)
                        .expect(DaneStatus.HANDSHAKE_FAILED, DaneCause.HANDSHAKE, HOSTS),
                usable("not-connected", "nobody answers at the address")
                        .startTls(StartTls.NOT_CONNECTED)
                        .expect(DaneStatus.UNMEASURED, DaneCause.NOT_MEASURED, HOSTS),
                usable("deferred", "the server asks to come back later")
                        .startTls(StartTls.DEFERRED, 421)
                        .expect(DaneStatus.UNMEASURED, DaneCause.NOT_MEASURED, HOSTS));
    }

    private Stream<DaneCase> withoutRecords() {
        return Stream.of(
                draft("absent", "no TLSA records, proven by signed denial")
                        .lookup(Lookup.ABSENT)
                        .expect(DaneStatus.NOT_DEPLOYED, null, HOSTS),
                draft("absent-no-starttls", "no TLSA records and no STARTTLS")
                        .lookup(Lookup.ABSENT)
                        .startTls(StartTls.NOT_OFFERED)
                        .expect(DaneStatus.NOT_DEPLOYED, null, HOSTS),
                draft("absent-handshake-failed", "no TLSA records and a handshake that fails")
                        .lookup(Lookup.ABSENT)
                        .startTls(StartTls.HANDSHAKE_FAILED)
                        .expect(DaneStatus.NOT_DEPLOYED, null, HOSTS),
                draft("absent-not-connected", "no TLSA records and nobody answers at the address")
                        .lookup(Lookup.ABSENT)
                        .startTls(StartTls.NOT_CONNECTED)
                        .expect(DaneStatus.NOT_DEPLOYED, null, HOSTS));
    }

    /// Below a secure host a failed look-up is no absence.
    private Stream<DaneCase> lookups() {
        return Stream.concat(
                Stream.of(
                                DnsFailure.TIMEOUT,
                                DnsFailure.SERVFAIL,
                                DnsFailure.BOGUS,
                                DnsFailure.REFUSED,
                                DnsFailure.MALFORMED,
                                DnsFailure.NETWORK)
                        .map(failure -> draft(
                                        "lookup-" + failure.name().toLowerCase(Locale.ROOT),
                                        "the TLSA look-up fails: " + failure.name())
                                .failed(failure)
                                .expect(DaneStatus.LOOKUP_FAILED, cause(failure), LOOKUP)),
                Stream.of(draft("lookup-bogus-no-starttls", "the TLSA look-up is bogus, and there is no STARTTLS")
                        .failed(DnsFailure.BOGUS)
                        .startTls(StartTls.NOT_OFFERED)
                        .expect(DaneStatus.LOOKUP_FAILED, DaneCause.LOOKUP_BOGUS, LOOKUP)));
    }

    private static DaneCause cause(DnsFailure failure) {
        return DaneCause.valueOf("LOOKUP_" + failure.name());
    }

    /// Below an insecure host no sender asks for TLSA records.
    private Stream<DaneCase> insecureHosts() {
        DaneDraft found = insecure("host-insecure-tlsa", "TLSA records in an unsigned zone");
        return Stream.of(
                found.lookup(Lookup.FOUND_INSECURE)
                        .tlsa(3, 1, 1, found.leaf())
                        .expect(DaneStatus.NOT_DEPLOYED, DaneCause.INSECURE_TLSA, BASES),
                insecure("host-insecure-tlsa-wrong", "TLSA records in an unsigned zone that would not match")
                        .lookup(Lookup.FOUND_INSECURE)
                        .tlsa(3, 1, 1, workshop.unseen())
                        .expect(DaneStatus.NOT_DEPLOYED, DaneCause.INSECURE_TLSA, BASES),
                insecure("host-insecure", "the host's zone is unsigned")
                        .lookup(Lookup.ABSENT)
                        .expect(DaneStatus.NOT_DEPLOYED, null, BASES),
                insecure(
                                "host-insecure-servfail",
                                "the host's zone is unsigned, and its servers fail on TLSA questions")
                        .failed(DnsFailure.SERVFAIL)
                        .expect(DaneStatus.NOT_DEPLOYED, null, BASES),
                insecure("host-insecure-no-starttls", "the host's zone is unsigned, and there is no STARTTLS")
                        .lookup(Lookup.ABSENT)
                        .startTls(StartTls.NOT_OFFERED)
                        .expect(DaneStatus.NOT_DEPLOYED, null, BASES));
    }

    private DaneDraft insecure(String id, String title) {
        return draft(id, title).addresses(Security.INSECURE);
    }

    /// The domain is unsigned and its host is in a signed zone.
    private Stream<DaneCase> insecureMx() {
        DaneDraft valid = unsigned("mx-insecure-valid", "3 1 1 matches");
        DaneDraft anchor = unsigned("mx-insecure-valid-anchor", "2 1 1 matches");
        DaneDraft unusable = unsigned("mx-insecure-unusable", "no record is usable");
        return Stream.of(
                valid.tlsa(3, 1, 1, valid.leaf()).valid(INSECURE_MX),
                anchor.tlsa(2, 1, 1, workshop.intermediate()).valid(INSECURE_MX),
                unsigned("mx-insecure-mismatch", "no record matches")
                        .tlsa(3, 1, 1, workshop.unseen())
                        .mismatch(DaneCause.NO_MATCH, INSECURE_MX),
                unusable.tlsa(1, 1, 1, unusable.leaf()).unusable(DaneCause.WRONG_USAGE, INSECURE_MX),
                unsigned("mx-insecure-no-starttls", "the server does not offer STARTTLS")
                        .tlsa(3, 1, 1, workshop.unseen())
                        .startTls(StartTls.NOT_OFFERED)
                        .expect(DaneStatus.STARTTLS_MISSING, DaneCause.STARTTLS_NOT_OFFERED, INSECURE_MX),
                unsigned("mx-insecure-lookup-bogus", "the TLSA look-up is bogus")
                        .failed(DnsFailure.BOGUS)
                        .expect(DaneStatus.LOOKUP_FAILED, DaneCause.LOOKUP_BOGUS, INSECURE_MX),
                unsigned("mx-insecure-absent", "no TLSA records")
                        .lookup(Lookup.ABSENT)
                        .expect(DaneStatus.NOT_DEPLOYED, null, INSECURE_MX));
    }

    private DaneDraft unsigned(String id, String what) {
        return draft(id, "the domain is unsigned, the host's zone is signed: " + what)
                .mx(Security.INSECURE);
    }

    /// The host is an alias, signed all the way.
    private Stream<DaneCase> aliases() {
        DaneDraft target = alias("alias-target", "TLSA records where the alias leads");
        DaneDraft anchor = alias("alias-target-anchor", "2 1 1 where the alias leads, which the leaf names");
        anchor.leaf(Form.server(target(anchor)));
        DaneDraft original = alias("alias-original", "TLSA records at the alias only");
        DaneDraft originalAnchor = alias("alias-original-anchor", "2 1 1 at the alias only, which the leaf names");
        DaneDraft named = alias("alias-target-names-original", "2 1 1 where the alias leads; the leaf names the alias");
        DaneDraft twoSteps = draft("alias-two-steps", "the host is an alias of an alias, all signed: TLSA at the end")
                .cname(Security.SECURE, "step.alias-two-steps.example", "target.alias-two-steps.example");
        return Stream.of(
                target.base(target(target)).tlsa(3, 1, 1, target.leaf()).valid(BASES),
                anchor.base(target(anchor))
                        .tlsa(2, 1, 1, workshop.intermediate())
                        .valid(BASES),
                original.tlsa(3, 1, 1, original.leaf()).valid(BASES),
                originalAnchor.tlsa(2, 1, 1, workshop.intermediate()).valid(BASES),
                named.base(target(named))
                        .tlsa(2, 1, 1, workshop.intermediate())
                        .mismatch(DaneCause.NAME, "RFC 7672 §3.2.2"),
                twoSteps.base("target.alias-two-steps.example")
                        .tlsa(3, 1, 1, twoSteps.leaf())
                        .valid(BASES),
                alias("alias-target-bogus", "the look-up where the alias leads is bogus: the alias is not asked")
                        .failed(DnsFailure.BOGUS)
                        .base("target.alias-target-bogus.example")
                        .expect(DaneStatus.LOOKUP_FAILED, DaneCause.LOOKUP_BOGUS, LOOKUP),
                alias("alias-absent", "no TLSA records at either end")
                        .lookup(Lookup.ABSENT)
                        .expect(DaneStatus.NOT_DEPLOYED, null, BASES));
    }

    private DaneDraft alias(String id, String what) {
        return draft(id, "the host is an alias, all signed: " + what)
                .cname(Security.SECURE, "target." + id + ".example");
    }

    private static String target(DaneDraft draft) {
        return "target." + draft.domain();
    }

    /// The host is an alias that leads into an unsigned zone.
    private Stream<DaneCase> insecureAliases() {
        DaneDraft original = outward("alias-outward", "TLSA records at the signed alias");
        DaneDraft anchor = outward("alias-outward-anchor", "2 1 1 at the signed alias, which the leaf names");
        DaneDraft wrong = outward("alias-outward-wrong", "TLSA records at the signed alias that do not match");
        DaneDraft unsigned = draft("alias-unsigned", "the alias itself is unsigned: TLSA records count for nothing")
                .addresses(Security.INSECURE)
                .cname(Security.INSECURE, "target.alias-unsigned.example");
        return Stream.of(
                original.tlsa(3, 1, 1, original.leaf()).valid(BASES),
                anchor.tlsa(2, 1, 1, workshop.intermediate()).valid(BASES),
                wrong.tlsa(3, 1, 1, workshop.unseen()).mismatch(DaneCause.NO_MATCH, BASES),
                outward("alias-outward-absent", "no TLSA records")
                        .lookup(Lookup.ABSENT)
                        .expect(DaneStatus.NOT_DEPLOYED, null, BASES),
                outward("alias-outward-bogus", "the TLSA look-up at the signed alias is bogus")
                        .failed(DnsFailure.BOGUS)
                        .expect(DaneStatus.LOOKUP_FAILED, DaneCause.LOOKUP_BOGUS, BASES),
                unsigned.lookup(Lookup.FOUND_INSECURE)
                        .tlsa(3, 1, 1, unsigned.leaf())
                        .expect(DaneStatus.NOT_DEPLOYED, DaneCause.INSECURE_TLSA, BASES));
    }

    private DaneDraft outward(String id, String what) {
        return draft(id, "the host is a signed alias into an unsigned zone: " + what)
                .addresses(Security.INSECURE)
                .cname(Security.SECURE, "mx." + id + "-hosts.example");
    }

    private DaneDraft usable(String id, String title) {
        return draft(id, title).tlsa(3, 1, 1, workshop.unseen());
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
