package org.mxcensus.analyzer.conformance;

import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.conformance.DaneCase.StartTls;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;

/// Which records count: digest agility (RFC 7671 §9) and records that nobody can use (RFC 7672 §3.1.3).
record RecordCases(Workshop workshop) {
    private static final String AGILITY = "RFC 7671 §9";
    private static final String USES = "RFC 7672 §3.1.3";

    Stream<DaneCase> cases() {
        return Stream.of(agility(), shadowed(), unusable(), besides()).flatMap(part -> part);
    }

    private Stream<DaneCase> agility() {
        DaneDraft weaker = draft("agility-weaker-wrong", "SHA-512 matches, SHA-256 beside it does not");
        DaneDraft both = draft("agility-both", "SHA-256 and SHA-512 both match");
        DaneDraft full = draft("agility-full", "3 1 0 matches, 3 1 2 does not: Full(0) always counts");
        DaneDraft digest = draft("agility-full-wrong", "3 1 0 of another key, 3 1 1 matches");
        DaneDraft selector = draft("agility-other-selector", "3 1 1 matches, 3 0 2 does not: each selector by itself");
        DaneDraft usage = draft("agility-other-usage", "3 1 1 matches, 2 1 2 does not: each usage by itself");
        DaneDraft anchor = draft("agility-anchor-other-usage", "2 1 1 matches, 3 1 2 does not: each usage by itself");
        DaneDraft broken =
                draft("agility-stronger-unusable", "3 1 1 matches, 3 1 2 has half a digest: nobody can use it");
        DaneDraft unknown = draft("agility-unknown-type", "3 1 1 matches, 3 1 3 is no known digest");
        DaneDraft many = draft("agility-one-of-the-strongest", "two records with SHA-512, of which one matches");
        return Stream.of(
                weaker.tlsa(3, 1, 1, workshop.unseen())
                        .tlsa(3, 1, 2, weaker.leaf())
                        .valid(AGILITY),
                both.tlsa(3, 1, 1, both.leaf()).tlsa(3, 1, 2, both.leaf()).valid(AGILITY),
                full.tlsa(3, 1, 0, full.leaf()).tlsa(3, 1, 2, workshop.unseen()).valid(AGILITY),
                digest.tlsa(3, 1, 0, workshop.unseen())
                        .tlsa(3, 1, 1, digest.leaf())
                        .valid(AGILITY),
                selector.tlsa(3, 1, 1, selector.leaf())
                        .tlsa(3, 0, 2, workshop.unseen())
                        .valid(AGILITY),
                usage.tlsa(3, 1, 1, usage.leaf())
                        .tlsa(2, 1, 2, workshop.stranger())
                        .valid(AGILITY),
                anchor.tlsa(2, 1, 1, workshop.intermediate())
                        .tlsa(3, 1, 2, workshop.unseen())
                        .valid(AGILITY),
                broken.tlsa(3, 1, 1, broken.leaf())
                        .tlsa(new TlsaRecord(3, 1, 2, "ab".repeat(32)))
                        .valid(AGILITY),
                unknown.tlsa(3, 1, 1, unknown.leaf())
                        .tlsa(new TlsaRecord(3, 1, 3, "ab".repeat(48)))
                        .valid(AGILITY),
                many.tlsa(3, 1, 2, workshop.unseen()).tlsa(3, 1, 2, many.leaf()).valid(AGILITY));
    }

    private Stream<DaneCase> shadowed() {
        DaneDraft key = draft("agility-shadowed-spki", "3 1 1 matches, 3 1 2 does not");
        DaneDraft certificate = draft("agility-shadowed-cert", "3 0 1 matches, 3 0 2 does not");
        DaneDraft anchor = draft("agility-shadowed-anchor", "2 1 1 matches, 2 1 2 does not");
        DaneDraft saved = draft("agility-shadowed-saved", "3 1 1 is shadowed, and 3 0 1 matches");
        DaneDraft order = draft("agility-shadowed-order", "3 1 1 matches and stands after the 3 1 2 that does not");
        return Stream.of(
                key.tlsa(3, 1, 1, key.leaf()).tlsa(3, 1, 2, workshop.unseen()).mismatch(DaneCause.SHADOWED, AGILITY),
                certificate
                        .tlsa(3, 0, 1, certificate.leaf())
                        .tlsa(3, 0, 2, workshop.unseen())
                        .mismatch(DaneCause.SHADOWED, AGILITY),
                anchor.tlsa(2, 1, 1, workshop.intermediate())
                        .tlsa(2, 1, 2, workshop.stranger())
                        .mismatch(DaneCause.SHADOWED, AGILITY),
                saved.tlsa(3, 1, 1, saved.leaf())
                        .tlsa(3, 1, 2, workshop.unseen())
                        .tlsa(3, 0, 1, saved.leaf())
                        .valid(AGILITY),
                order.tlsa(3, 1, 2, workshop.unseen())
                        .tlsa(3, 1, 1, order.leaf())
                        .mismatch(DaneCause.SHADOWED, AGILITY));
    }

    /// All records of the set are of no use: TLS without authentication.
    private Stream<DaneCase> unusable() {
        String sha256 = Pki.hash("SHA-256", workshop.unseen().spki());
        DaneDraft pkixEe = draft("unusable-pkix-ee", "usage 1 of the leaf");
        DaneDraft pkixTa = draft("unusable-pkix-ta", "usage 0 of the intermediate");
        DaneDraft plain = draft("unusable-no-starttls", "usage 1, and the server does not offer STARTTLS");
        return Stream.concat(
                Stream.of(
                        pkixEe.tlsa(1, 1, 1, pkixEe.leaf()).unusable(DaneCause.WRONG_USAGE, USES),
                        pkixTa.tlsa(0, 0, 1, workshop.intermediate()).unusable(DaneCause.WRONG_USAGE, USES),
                        plain.tlsa(1, 1, 1, workshop.unseen())
                                .startTls(StartTls.NOT_OFFERED)
                                .expect(DaneStatus.STARTTLS_MISSING, DaneCause.STARTTLS_NOT_OFFERED, "RFC 7672 §2.2")),
                Stream.of(
                        unusable("usage-4", "an unknown usage", new TlsaRecord(4, 1, 1, sha256)),
                        unusable("usage-255", "the usage for private use", new TlsaRecord(255, 1, 1, sha256)),
                        unusable("selector-2", "an unknown selector", new TlsaRecord(3, 2, 1, sha256)),
                        unusable("selector-255", "the selector for private use", new TlsaRecord(3, 255, 1, sha256)),
                        unusable("matching-3", "an unknown matching type", new TlsaRecord(3, 1, 3, sha256)),
                        unusable(
                                "matching-255", "the matching type for private use", new TlsaRecord(3, 1, 255, sha256)),
                        unusable("short", "a digest that lacks a byte", new TlsaRecord(3, 1, 1, sha256.substring(2))),
                        unusable("long", "a digest with a byte too many", new TlsaRecord(3, 1, 1, sha256 + "00")),
                        unusable("sha512-short", "SHA-512 that lacks a byte", new TlsaRecord(3, 1, 2, "cd".repeat(63))),
                        unusable("full-cert", "2 0 0 with what is no certificate", new TlsaRecord(2, 0, 0, sha256)),
                        unusable("full-key", "2 1 0 with what is no key", new TlsaRecord(2, 1, 0, sha256))));
    }

    private DaneCase unusable(String what, String words, TlsaRecord tlsa) {
        return draft("unusable-" + what, words).tlsa(tlsa).unusable(DaneCause.NO_USABLE_RECORD, USES);
    }

    /// An unusable record beside one that is usable is as if it were not there.
    private Stream<DaneCase> besides() {
        DaneDraft valid = draft("unusable-beside-valid", "usage 1 of another key, and 3 1 1 matches");
        DaneDraft wrong =
                draft("unusable-beside-wrong", "usage 1 of one key, 3 1 1 of another, and neither is the leaf's");
        return Stream.of(
                valid.tlsa(1, 1, 1, workshop.unseen())
                        .tlsa(3, 1, 1, valid.leaf())
                        .valid(USES),
                wrong.tlsa(1, 1, 1, workshop.stranger())
                        .tlsa(3, 1, 1, workshop.unseen())
                        .mismatch(DaneCause.NO_MATCH, USES));
    }

    private DaneDraft draft(String id, String title) {
        return new DaneDraft(workshop, id, title);
    }
}
