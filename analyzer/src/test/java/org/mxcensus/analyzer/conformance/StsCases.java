package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.PolicyHost.Fetch;
import org.mxcensus.analyzer.conformance.StsCase.Expect;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// Domains with MTA-STS (RFC 8461): record, policy host, text, MX hosts.
final class StsCases {
    private static final String RECORD = "RFC 8461 §3.1";
    private static final String TEXT = "RFC 8461 §3.2";
    private static final String FETCH = "RFC 8461 §3.3";
    private static final String MATCH = "RFC 8461 §4.1";
    private static final String VALIDATE = "RFC 8461 §4.2";
    private static final String APPLY = "RFC 8461 §5";

    private final PolicyHosts hosts;
    private final Traits traits;

    StsCases(Workshop workshop) {
        hosts = new PolicyHosts(workshop);
        traits = new Traits(workshop);
    }

    Stream<StsCase> cases() {
        return Stream.of(records(), noRecords(), hosts(), certificates(), texts(), badTexts(), exchanges(), changes())
                .flatMap(part -> part);
    }

    private Stream<StsCase> records() {
        return Stream.of(
                good("record", "the usual record", "v=STSv1; id=20260101T000000;"),
                good("record-no-end", "no semicolon at the end", "v=STSv1; id=1"),
                good("record-tight", "no space after the semicolon", "v=STSv1;id=1"),
                good("record-space-before", "white space before the semicolon", "v=STSv1 ; id=1"),
                good("record-extension", "an extension field", "v=STSv1; id=1; x-new=1"),
                good("record-id-32", "an id of 32 characters", "v=STSv1; id=abcdefghijklmnopqrstuvwxyz012345"),
                good("record-others", "records of other kinds beside it", "v=spf1 -all", "v=STSv1; id=1"),
                good("record-other-version", "one of another version beside it", "v=STSv2; id=2;", "v=STSv1; id=1;"));
    }

    private StsCase good(String id, String title, String... texts) {
        return draft(id, title, new Txt(null, List.of(texts)), hosts.serving(PolicyHosts.GOOD), "10 trusted")
                .with(StsStatus.ENFORCING, "enforce", null, null, null, RECORD);
    }

    private Stream<StsCase> noRecords() {
        return Stream.of(
                none("record-absent", "no record at all", null),
                none("record-lower-case", "the version in lower case", null, "v=stsv1; id=1;"),
                none("record-space-first", "a space before the version", null, " v=STSv1; id=1;"),
                none("record-version-later", "the version is not the first field", null, "id=1; v=STSv1;"),
                none("record-version-alone", "the version without a semicolon", null, "v=STSv1"),
                none("record-two", "two records", StsCause.MULTIPLE_RECORDS, "v=STSv1; id=1;", "v=STSv1; id=2;"),
                none(
                        "record-twice",
                        "the same record twice",
                        StsCause.MULTIPLE_RECORDS,
                        "v=STSv1; id=1;",
                        "v=STSv1; id=1;"),
                none(
                        "record-two-one-broken",
                        "two records, of which one follows no grammar",
                        StsCause.MULTIPLE_RECORDS,
                        "v=STSv1; id=1;",
                        "v=STSv1; nonsense"),
                none("record-no-id", "no id", StsCause.MALFORMED_RECORD, "v=STSv1;"),
                none("record-id-empty", "an empty id", StsCause.MALFORMED_RECORD, "v=STSv1; id=;"),
                none("record-id-dashes", "an id with dashes", StsCause.MALFORMED_RECORD, "v=STSv1; id=2026-01-01;"),
                none(
                        "record-id-33",
                        "an id of 33 characters",
                        StsCause.MALFORMED_RECORD,
                        "v=STSv1; id=abcdefghijklmnopqrstuvwxyz0123456;"),
                draft(
                                "record-servfail",
                                "the look-up fails",
                                new Txt(DnsFailure.SERVFAIL, List.of()),
                                null,
                                "10 trusted")
                        .with(StsStatus.UNMEASURED, null, StsCause.RECORD_LOOKUP, null, null, RECORD));
    }

    private StsCase none(String id, String title, StsCause cause, String... texts) {
        return draft(id, title, new Txt(null, List.of(texts)), null, "10 trusted")
                .with(StsStatus.NOT_DEPLOYED, null, cause, null, null, RECORD);
    }

    private Stream<StsCase> hosts() {
        return Stream.of(
                host("host-no-address", "no address", hosts.failing(Fetch.NO_ADDRESS), StsCause.NO_POLICY_HOST),
                host("host-bogus", "a bogus address", hosts.lookup(DnsFailure.BOGUS), StsCause.POLICY_HOST_BOGUS),
                untold(
                        "host-timeout",
                        "its look-up times out",
                        hosts.lookup(DnsFailure.TIMEOUT),
                        StsCause.POLICY_HOST_LOOKUP),
                untold(
                        "host-refused",
                        "nobody listens",
                        hosts.failing(Fetch.NOT_CONNECTED),
                        StsCause.POLICY_NOT_FETCHED),
                host(
                        "host-alert",
                        "an alert in the handshake",
                        hosts.failing(Fetch.HANDSHAKE_FAILED),
                        StsCause.POLICY_HANDSHAKE),
                host("host-no-http", "TLS and no HTTP", hosts.failing(Fetch.NO_HTTP), StsCause.HTTP),
                host("host-301", "status 301", hosts.status(301), StsCause.REDIRECT),
                host("host-302", "status 302", hosts.status(302), StsCause.REDIRECT),
                host("host-307", "status 307", hosts.status(307), StsCause.REDIRECT),
                host("host-204", "status 204", hosts.status(204), StsCause.HTTP_STATUS),
                host("host-404", "status 404", hosts.status(404), StsCause.HTTP_STATUS),
                untold("host-429", "status 429", hosts.status(429), StsCause.POLICY_NOT_FETCHED),
                host("host-500", "status 500", hosts.status(500), StsCause.HTTP_STATUS),
                untold("host-503", "status 503", hosts.status(503), StsCause.POLICY_NOT_FETCHED));
    }

    private StsCase host(String id, String what, PolicyHost host, StsCause cause) {
        return announced(id, "the policy host: " + what, host, "10 trusted")
                .with(StsStatus.BROKEN, null, cause, null, null, FETCH);
    }

    private StsCase untold(String id, String what, PolicyHost host, StsCause cause) {
        return announced(id, "the policy host: " + what, host, "10 trusted")
                .with(StsStatus.UNMEASURED, null, cause, null, null, FETCH);
    }

    private Stream<StsCase> certificates() {
        return Stream.concat(
                Stream.of("wrong-name", "common-name", "incomplete", "expired", "not-yet", "self-signed", "stranger")
                        .map(kind -> host(
                                "host-certificate-" + kind,
                                "a certificate of the kind " + kind,
                                hosts.showing(kind),
                                StsCause.POLICY_CERTIFICATE)),
                Stream.of(
                        host(
                                "host-certificate-before-status",
                                "a certificate for another name, and status 404",
                                hosts.showing("wrong-name", 404),
                                StsCause.POLICY_CERTIFICATE),
                        enforcing("host-certificate-wildcard", "a wildcard for the domain", hosts.showing("wildcard")),
                        enforcing("host-certificate-second-name", "its name second", hosts.showing("second-name")),
                        enforcing("host-media-type", "media type text/html", hosts.typed("text/html")),
                        enforcing("host-no-media-type", "no media type", hosts.typed(""))));
    }

    private StsCase enforcing(String id, String what, PolicyHost host) {
        return announced(id, "the policy host: " + what, host, "10 trusted")
                .with(StsStatus.ENFORCING, "enforce", null, null, null, FETCH);
    }

    private Stream<StsCase> texts() {
        String good = PolicyHosts.GOOD;
        return Stream.of(
                text("text-crlf", "CRLF at the ends of lines", good.replace("\n", "\r\n"), "enforce"),
                text(
                        "text-mixed",
                        "LF and CRLF, and none at the end",
                        good.replaceFirst("\n", "\r\n").stripTrailing(),
                        "enforce"),
                text(
                        "text-order",
                        "fields in another order",
                        "max_age: 1\nmx: *.mx.example\nmode: enforce\nversion: STSv1\n",
                        "enforce"),
                text("text-unknown", "a field that nobody knows", good + "x-later: what ever\n", "enforce"),
                text("text-no-space", "no space after the colons", good.replace(": ", ":"), "enforce"),
                text("text-mode-again", "mode again: the first counts", good + "mode: none\n", "enforce"),
                text(
                        "text-mode-again-wrong",
                        "mode again, with no mode's name: the first counts",
                        good + "mode: x\n",
                        "enforce"),
                text("text-age-0", "max_age 0", good.replace("604800", "0"), "enforce"),
                text("text-age-longest", "max_age 31557600", good.replace("604800", "31557600"), "enforce"),
                text("text-testing", "mode testing", good.replace("enforce", "testing"), "testing"),
                text("text-none", "mode none", good.replace("enforce", "none"), "none"),
                text(
                        "text-none-without-mx",
                        "mode none without mx",
                        "version: STSv1\nmode: none\nmax_age: 1\n",
                        "none"));
    }

    private StsCase text(String id, String title, String text, String mode) {
        StsStatus status = switch (mode) {
            case "enforce" -> StsStatus.ENFORCING;
            case "testing" -> StsStatus.TESTING;
            default -> StsStatus.DISABLED;
        };
        return announced(id, "the policy: " + title, hosts.serving(text), "10 trusted")
                .with(status, mode, null, null, null, TEXT);
    }

    private Stream<StsCase> badTexts() {
        return Stream.of(
                bad("text-empty", "nothing", "", null),
                bad("text-html", "a web page", "<!DOCTYPE html>\n<html></html>\n", 1),
                bad("text-no-version", "no version", changed("version: STSv1\n", ""), null),
                bad("text-version-2", "version STSv2", changed("STSv1", "STSv2"), 1),
                bad("text-no-mode", "no mode", changed("mode: enforce\n", ""), null),
                bad("text-mode-capital", "mode Enforce", changed("enforce", "Enforce"), 2),
                bad("text-mode-unknown", "mode report", changed("enforce", "report"), 2),
                bad("text-mode-wrong-first", "a wrong mode before a right one", changed("mode:", "mode: x\nmode:"), 2),
                bad("text-space-before-colon", "a space before the colon", changed("mode:", "mode :"), 2),
                bad("text-no-mx", "enforce without mx", changed("mx: *.mx.example\n", ""), null),
                bad("text-mx-inner-wildcard", "a wildcard inside", changed("*.mx.example", "mx.*.example"), 3),
                bad("text-mx-dot", "an mx with a dot at its end", changed("mx.example", "mx.example."), 3),
                bad("text-mx-list", "two hosts on a line", changed("*.mx.example", "a.mx.example, b.mx.example"), 3),
                bad("text-no-age", "no max_age", changed("max_age: 604800\n", ""), null),
                bad("text-age-too-long", "max_age 31557601", changed("604800", "31557601"), 4),
                bad("text-age-unit", "max_age 1d", changed("604800", "1d"), 4),
                bad("text-age-negative", "max_age -1", changed("604800", "-1"), 4));
    }

    private static String changed(String what, String by) {
        return PolicyHosts.GOOD.replace(what, by);
    }

    private StsCase bad(String id, String title, String text, Integer line) {
        return announced(id, "the policy: " + title, hosts.serving(text), "10 trusted")
                .with(StsStatus.BROKEN, null, StsCause.SYNTAX, line, null, TEXT);
    }

    private Stream<StsCase> exchanges() {
        return Stream.of(
                pattern("mx-exact", "its own name", "trusted.mx.example", true),
                pattern("mx-capitals", "its own name in capitals", "TRUSTED.MX.EXAMPLE", true),
                pattern("mx-second-pattern", "its own name second", "a.example\nmx: trusted.mx.example", true),
                pattern("mx-other", "another host", "other.mx.example", false),
                pattern("mx-two-labels", "a wildcard two labels above", "*.example", false),
                pattern("mx-parent", "the name above, without a wildcard", "mx.example", false),
                pattern("mx-below", "a wildcard below it", "*.trusted.mx.example", false),
                mx("mx-wildcard-certificate", "10 wildcard", StsStatus.ENFORCING, null, null, VALIDATE),
                mx("mx-two", "10 trusted, 20 other", StsStatus.ENFORCING, null, null, VALIDATE),
                mx("mx-wrong-name", "10 wrong-name", StsStatus.BROKEN, StsCause.MX_CERTIFICATE, "wrong-name", VALIDATE),
                mx(
                        "mx-common-name",
                        "10 common-name",
                        StsStatus.BROKEN,
                        StsCause.MX_CERTIFICATE,
                        "common-name",
                        VALIDATE),
                mx("mx-expired", "10 expired", StsStatus.BROKEN, StsCause.MX_CERTIFICATE, "expired", VALIDATE),
                mx(
                        "mx-self-signed",
                        "10 self-signed",
                        StsStatus.BROKEN,
                        StsCause.MX_CERTIFICATE,
                        "self-signed",
                        VALIDATE),
                mx("mx-incomplete", "10 incomplete", StsStatus.BROKEN, StsCause.MX_CERTIFICATE, "incomplete", VALIDATE),
                mx("mx-plaintext", "10 plaintext", StsStatus.BROKEN, StsCause.MX_WITHOUT_TLS, "plaintext", VALIDATE),
                mx(
                        "mx-no-handshake",
                        "10 no-handshake",
                        StsStatus.BROKEN,
                        StsCause.MX_WITHOUT_TLS,
                        "no-handshake",
                        VALIDATE),
                mx(
                        "mx-backup-self-signed",
                        "10 trusted, 20 self-signed",
                        StsStatus.BROKEN,
                        StsCause.MX_CERTIFICATE,
                        "self-signed",
                        VALIDATE),
                mx("mx-dead", "10 dead", StsStatus.UNMEASURED, StsCause.MX_NOT_MEASURED, "dead", VALIDATE),
                announced(
                                "mx-testing",
                                "mode testing, and 10 self-signed",
                                hosts.serving(changed("enforce", "testing")),
                                "10 self-signed")
                        .with(
                                StsStatus.BROKEN,
                                "testing",
                                StsCause.MX_CERTIFICATE,
                                null,
                                "self-signed.mx.example",
                                APPLY),
                announced(
                                "mx-none",
                                "mode none, and 10 self-signed",
                                hosts.serving(changed("enforce", "none")),
                                "10 self-signed")
                        .with(StsStatus.DISABLED, "none", null, null, null, APPLY));
    }

    private StsCase pattern(String id, String what, String pattern, boolean fits) {
        Draft draft = announced(
                id,
                "the pattern for the MX host: " + what,
                hosts.serving(changed("*.mx.example", pattern)),
                "10 trusted");
        return fits
                ? draft.with(StsStatus.ENFORCING, "enforce", null, null, null, MATCH)
                : draft.with(StsStatus.BROKEN, "enforce", StsCause.MX_NOT_COVERED, null, "trusted.mx.example", MATCH);
    }

    private StsCase mx(String id, String mx, StsStatus status, StsCause cause, String trait, String section) {
        return announced(id, "mode enforce, and " + mx, hosts.serving(PolicyHosts.GOOD), mx)
                .with(status, "enforce", cause, null, trait == null ? null : Traits.host(trait), section);
    }

    private Stream<StsCase> changes() {
        Instant then = Instant.parse("2025-12-31T00:00:00Z");
        return Stream.of(
                changed(
                        "change-without-id",
                        "another mode under the same id",
                        new KeptPolicy(then, "1", changed("enforce", "testing")),
                        StsCause.ID_UNCHANGED),
                changed(
                        "change-with-id",
                        "another mode under another id",
                        new KeptPolicy(then, "0", changed("enforce", "testing")),
                        null),
                changed(
                        "change-of-nothing",
                        "the same policy under the same id",
                        new KeptPolicy(then, "1", PolicyHosts.GOOD),
                        null));
    }

    private StsCase changed(String id, String title, KeptPolicy before, StsCause cause) {
        Draft draft = announced(id, title, hosts.serving(PolicyHosts.GOOD), "10 trusted");
        return new Draft(draft.id, draft.title, draft.txt, draft.policy, draft.mx, before)
                .with(StsStatus.ENFORCING, "enforce", cause, null, null, RECORD);
    }

    private Draft announced(String id, String title, PolicyHost host, String mx) {
        return draft(id, title, new Txt(null, List.of("v=STSv1; id=1;")), host, mx);
    }

    private Draft draft(String id, String title, Txt txt, PolicyHost host, String mx) {
        return new Draft(
                id,
                title,
                txt,
                host,
                Stream.of(mx.split(",")).map(traits::exchange).toList(),
                null);
    }

    private record Draft(String id, String title, Txt txt, PolicyHost policy, List<Exchange> mx, KeptPolicy before) {
        StsCase with(StsStatus status, String mode, StsCause cause, Integer line, String host, String section) {
            return new StsCase(
                    id,
                    title,
                    DaneDraft.AT,
                    PolicyHosts.DOMAIN,
                    txt,
                    policy,
                    mx,
                    before,
                    new Expect(status, mode, cause, line, host, section));
        }
    }
}
