package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// DANE at one address: records, chain, verdict (RFC 7672 §3, RFC 7671 §5 and §9).
class DaneTest {
    private static final String HOST = "mx.example.nl";
    private static final Identity ROOT = Pki.root("root");
    private static final Identity INTERMEDIATE = ROOT.issue(Form.authority("intermediate"));
    private static final Identity LEAF = INTERMEDIATE.issue(Form.server(HOST));
    private static final Identity OTHER = Pki.root("other");
    private static final Identity ELSEWHERE = INTERMEDIATE.issue(Form.server("elsewhere.example"));
    private static final Identity EXPIRED = INTERMEDIATE.issue(
            Form.server(HOST).valid(Pki.NOW.minus(Duration.ofDays(90)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Identity OLD_ROOT = Pki.selfSigned(
            Form.authority("old root").valid(Pki.NOW.minus(Duration.ofDays(90)), Pki.NOW.minus(Duration.ofDays(1))));
    private static final Identity BELOW_OLD = OLD_ROOT.issue(Form.server(HOST));
    private static final Identity BETWEEN = OLD_ROOT.issue(Form.authority("between"));
    private static final Identity BELOW_BETWEEN = BETWEEN.issue(Form.server(HOST));
    private static final Identity FOR_CLIENTS =
            INTERMEDIATE.issue(Form.server(HOST).forPurpose("1.3.6.1.5.5.7.3.2"));
    private static final Identity FOR_SERVERS =
            INTERMEDIATE.issue(Form.server(HOST).forPurpose("1.3.6.1.5.5.7.3.1"));
    private static final Identity COMMON_NAME_ONLY =
            INTERMEDIATE.issue(Form.server().named(HOST));
    private static final Identity COMMON_NAME_BESIDE =
            INTERMEDIATE.issue(Form.server("elsewhere.example").named(HOST));
    private static final Identity WILDCARD = INTERMEDIATE.issue(Form.server("*.example.nl"));
    private static final Identity SELF_SIGNED = Pki.selfSigned(Form.server(HOST));
    private static final Identity NAMESAKE = Pki.root("intermediate");
    private static final Identity NO_AUTHORITY = ROOT.issue(Form.server("ca.example"));
    private static final Identity BELOW_NO_AUTHORITY = NO_AUTHORITY.issue(Form.server(HOST));

    record Case(
            String what,
            List<TlsaRecord> records,
            List<Identity> chain,
            DaneStatus status,
            @Nullable DaneCause cause) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                // DANE-EE(3), RFC 7672 §3.1.1
                valid("3 0 1", chain(LEAF, INTERMEDIATE), Seen.tlsa(3, 0, 1, LEAF)),
                valid("3 0 2", chain(LEAF, INTERMEDIATE), Seen.tlsa(3, 0, 2, LEAF)),
                valid("3 0 0", chain(LEAF, INTERMEDIATE), Seen.tlsa(3, 0, 0, LEAF)),
                valid("3 1 1", chain(LEAF), Seen.tlsa(3, 1, 1, LEAF)),
                valid("3 1 2", chain(LEAF), Seen.tlsa(3, 1, 2, LEAF)),
                valid("3 1 0", chain(LEAF), Seen.tlsa(3, 1, 0, LEAF)),
                valid("3: an expired leaf does", chain(EXPIRED), Seen.tlsa(3, 1, 1, EXPIRED)),
                valid("3: any name does", chain(ELSEWHERE), Seen.tlsa(3, 1, 1, ELSEWHERE)),
                valid("3: self-signed does", chain(SELF_SIGNED), Seen.tlsa(3, 1, 1, SELF_SIGNED)),
                valid("3: one of several", chain(LEAF), Seen.tlsa(3, 1, 1, OTHER), Seen.tlsa(3, 1, 1, LEAF)),
                mismatch("3: another key", DaneCause.NO_MATCH, chain(LEAF), Seen.tlsa(3, 1, 1, OTHER)),
                mismatch(
                        "3: not the issuer",
                        DaneCause.WRONG_USAGE,
                        chain(LEAF, INTERMEDIATE),
                        Seen.tlsa(3, 1, 1, INTERMEDIATE)),
                mismatch(
                        "3: data of the other selector",
                        DaneCause.WRONG_SELECTOR,
                        chain(LEAF),
                        new TlsaRecord(3, 0, 1, Seen.tlsa(3, 1, 1, LEAF).data())),
                // DANE-TA(2), RFC 7672 §3.1.2
                valid("2 0 1 of the intermediate", chain(LEAF, INTERMEDIATE), Seen.tlsa(2, 0, 1, INTERMEDIATE)),
                valid("2 1 1 of the intermediate", chain(LEAF, INTERMEDIATE), Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid("2 0 1 of the root", chain(LEAF, INTERMEDIATE, ROOT), Seen.tlsa(2, 0, 1, ROOT)),
                valid("2 1 2 of the root", chain(LEAF, INTERMEDIATE, ROOT), Seen.tlsa(2, 1, 2, ROOT)),
                valid("2: sent in any order", chain(LEAF, ROOT, INTERMEDIATE), Seen.tlsa(2, 1, 1, ROOT)),
                valid(
                        "2: strangers among those sent",
                        chain(LEAF, OTHER, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid("2: the anchor in the middle", chain(LEAF, INTERMEDIATE, ROOT), Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid(
                        "2: what lies above the anchor does not count",
                        chain(BELOW_BETWEEN, BETWEEN, OLD_ROOT),
                        Seen.tlsa(2, 1, 1, BETWEEN)),
                valid(
                        "2: a certificate for servers",
                        chain(FOR_SERVERS, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                mismatch(
                        "2: a certificate for clients only",
                        DaneCause.PATH_INVALID,
                        chain(FOR_CLIENTS, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid("3: even one for clients does", chain(FOR_CLIENTS), Seen.tlsa(3, 1, 1, FOR_CLIENTS)),
                mismatch(
                        "2: an anchor that is no authority",
                        DaneCause.PATH_INVALID,
                        chain(BELOW_NO_AUTHORITY, NO_AUTHORITY),
                        Seen.tlsa(2, 1, 1, NO_AUTHORITY)),
                mismatch(
                        "2: the root is not sent",
                        DaneCause.ANCHOR_NOT_SENT,
                        chain(LEAF, INTERMEDIATE),
                        Seen.tlsa(2, 0, 1, ROOT)),
                mismatch(
                        "2: nothing but the leaf is sent",
                        DaneCause.ANCHOR_NOT_SENT,
                        chain(LEAF),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                mismatch(
                        "2: never the leaf",
                        DaneCause.WRONG_USAGE,
                        chain(LEAF, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, LEAF)),
                mismatch(
                        "2: never the leaf, self-signed or not",
                        DaneCause.WRONG_USAGE,
                        chain(SELF_SIGNED),
                        Seen.tlsa(2, 0, 1, SELF_SIGNED)),
                mismatch(
                        "2: never the leaf, sent twice or not",
                        DaneCause.WRONG_USAGE,
                        chain(SELF_SIGNED, SELF_SIGNED),
                        Seen.tlsa(2, 1, 1, SELF_SIGNED)),
                mismatch(
                        "2: sent, but did not issue the leaf",
                        DaneCause.PATH_INVALID,
                        chain(LEAF, INTERMEDIATE, OTHER),
                        Seen.tlsa(2, 1, 1, OTHER)),
                mismatch(
                        "2: a namesake of the issuer",
                        DaneCause.PATH_INVALID,
                        chain(LEAF, NAMESAKE),
                        Seen.tlsa(2, 1, 1, NAMESAKE)),
                mismatch(
                        "2: issued by what is no authority",
                        DaneCause.PATH_INVALID,
                        chain(BELOW_NO_AUTHORITY, NO_AUTHORITY, ROOT),
                        Seen.tlsa(2, 1, 1, ROOT)),
                mismatch(
                        "2: an expired leaf",
                        DaneCause.EXPIRED,
                        chain(EXPIRED, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                mismatch(
                        "2: an expired anchor",
                        DaneCause.EXPIRED,
                        chain(BELOW_OLD, OLD_ROOT),
                        Seen.tlsa(2, 1, 1, OLD_ROOT)),
                // Full(0) brings the anchor, RFC 7671 §5.2.2 and §5.2.3
                valid("2 0 0 brings the root", chain(LEAF, INTERMEDIATE), Seen.tlsa(2, 0, 0, ROOT)),
                valid("2 1 0 brings the root's key", chain(LEAF, INTERMEDIATE), Seen.tlsa(2, 1, 0, ROOT)),
                valid("2 0 0 brings the intermediate", chain(LEAF), Seen.tlsa(2, 0, 0, INTERMEDIATE)),
                valid("2 1 0 brings the intermediate's key", chain(LEAF), Seen.tlsa(2, 1, 0, INTERMEDIATE)),
                mismatch(
                        "2 0 0 without what lies between",
                        DaneCause.ANCHOR_NOT_SENT,
                        chain(LEAF),
                        Seen.tlsa(2, 0, 0, ROOT)),
                mismatch(
                        "2 0 0: a namesake of the issuer",
                        DaneCause.PATH_INVALID,
                        chain(LEAF),
                        Seen.tlsa(2, 0, 0, NAMESAKE)),
                mismatch(
                        "2 1 0: a key that has signed nothing here",
                        DaneCause.NO_MATCH,
                        chain(LEAF, INTERMEDIATE, ROOT),
                        Seen.tlsa(2, 1, 0, OTHER)),
                mismatch(
                        "2 1 0: an expired leaf below the key",
                        DaneCause.EXPIRED,
                        chain(EXPIRED),
                        Seen.tlsa(2, 1, 0, INTERMEDIATE)),
                mismatch(
                        "2 0 0 never the leaf",
                        DaneCause.WRONG_USAGE,
                        chain(SELF_SIGNED),
                        Seen.tlsa(2, 0, 0, SELF_SIGNED)),
                mismatch(
                        "2 1 0 never the leaf's key",
                        DaneCause.WRONG_USAGE,
                        chain(SELF_SIGNED),
                        Seen.tlsa(2, 1, 0, SELF_SIGNED)),
                // Names, RFC 7672 §3.2
                mismatch(
                        "2: another name",
                        DaneCause.NAME,
                        chain(ELSEWHERE, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid("2: a wildcard", chain(WILDCARD, INTERMEDIATE), Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid(
                        "2: the common name where there is no other",
                        chain(COMMON_NAME_ONLY, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                mismatch(
                        "2: no common name beside other names",
                        DaneCause.NAME,
                        chain(COMMON_NAME_BESIDE, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE)),
                valid(
                        "3 saves what 2 would fail by name",
                        chain(ELSEWHERE, INTERMEDIATE),
                        Seen.tlsa(2, 1, 1, INTERMEDIATE),
                        Seen.tlsa(3, 1, 1, ELSEWHERE)),
                // Digest agility, RFC 7671 §9
                mismatch(
                        "a stronger digest shadows a right weaker one",
                        DaneCause.SHADOWED,
                        chain(LEAF),
                        Seen.tlsa(3, 1, 1, LEAF),
                        Seen.tlsa(3, 1, 2, OTHER)),
                valid(
                        "of another selector it shadows nothing",
                        chain(LEAF),
                        Seen.tlsa(3, 1, 1, LEAF),
                        Seen.tlsa(3, 0, 2, OTHER)),
                valid(
                        "of another usage it shadows nothing",
                        chain(LEAF, INTERMEDIATE),
                        Seen.tlsa(3, 1, 1, LEAF),
                        Seen.tlsa(2, 1, 2, OTHER)),
                valid("Full(0) is never shadowed", chain(LEAF), Seen.tlsa(3, 1, 0, LEAF), Seen.tlsa(3, 1, 2, OTHER)),
                valid(
                        "an unusable stronger one shadows nothing",
                        chain(LEAF),
                        Seen.tlsa(3, 1, 1, LEAF),
                        new TlsaRecord(3, 1, 2, "abcd")),
                // Usable or not, RFC 7672 §3.1.3, RFC 7671 §4
                unusable("0", Seen.tlsa(0, 0, 1, ROOT)),
                unusable("1", Seen.tlsa(1, 1, 1, OTHER)),
                unusable("an unknown usage", Seen.tlsa(4, 1, 1, OTHER)),
                unusable("an unknown selector", new TlsaRecord(3, 2, 1, "00".repeat(32))),
                unusable("an unknown matching type", new TlsaRecord(3, 1, 3, "00".repeat(32))),
                unusable("a digest that is too short", new TlsaRecord(3, 1, 1, "00".repeat(31))),
                unusable("a digest that is too long", new TlsaRecord(3, 1, 1, "00".repeat(33))),
                unusable("no certificate in full", new TlsaRecord(2, 0, 0, "00".repeat(33))),
                unusable("no key in full", new TlsaRecord(3, 1, 0, "3000")),
                valid("an unusable one beside", chain(LEAF), Seen.tlsa(1, 1, 1, OTHER), Seen.tlsa(3, 1, 1, LEAF)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void verdictAtAnAddress(Case given) {
        HostVerdictRow row = judge(given.records(), given.chain());

        assertThat(row.dane()).isEqualTo(given.status());
        assertThat(row.daneCause()).isEqualTo(given.cause());
        assertThat(row.certificate()).isEqualTo(given.chain().getFirst().sha256());
        if (given.status() == DaneStatus.VALID) {
            assertThat(row.daneMatch())
                    .startsWith(given.records().stream()
                            .map(r -> r.usage() + " " + r.selector() + " " + r.matching())
                            .filter(start -> String.valueOf(row.daneMatch()).startsWith(start))
                            .findFirst()
                            .orElseThrow());
        }
    }

    static HostVerdictRow judge(List<TlsaRecord> records, List<Identity> chain) {
        Identity[] sent = chain.toArray(Identity[]::new);
        return new Judge(TestCrawl.roots(), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE)
                .judgeHost(
                        Seen.host(HOST, Security.SECURE, Seen.found(HOST, records.toArray(TlsaRecord[]::new))),
                        List.of(Seen.smtp(HOST, Seen.IP4, Seen.tls(sent))),
                        Certificates.of(
                                Arrays.stream(sent).map(Identity::observed).toList()))
                .addresses()
                .getFirst()
                .row();
    }

    private static List<Identity> chain(Identity... identities) {
        return List.of(identities);
    }

    private static Case valid(String what, List<Identity> chain, TlsaRecord... records) {
        return new Case(what, List.of(records), chain, DaneStatus.VALID, null);
    }

    private static Case mismatch(String what, DaneCause cause, List<Identity> chain, TlsaRecord... records) {
        return new Case(what, List.of(records), chain, DaneStatus.MISMATCH, cause);
    }

    private static Case unusable(String what, TlsaRecord... records) {
        return new Case(
                "unusable: " + what, List.of(records), chain(LEAF), DaneStatus.UNUSABLE, DaneCause.NO_USABLE_RECORD);
    }
}
