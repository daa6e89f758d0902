package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.SendersCase.Expect;
import org.mxcensus.analyzer.conformance.SendersCase.Mail;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;

/// Whole domains, and what becomes of mail from each kind of sender. A table, written by hand.
final class SenderCases {
    private static final String TESTING = PolicyHosts.GOOD.replace("enforce", "testing");

    /// Outcomes by their first letter, and the reason after it: opportunistic, DANE, Postfix, MTA-STS with a cold and
    /// a warm cache, both. The MX answer is SECURE or INSECURE.
    private static final String PLAIN = """
        dane-valid            | SECURE   | 10 valid                        | VALID            | E | A | A | E | E | A | RFC 7672 §2.2
        dane-mismatch         | SECURE   | 10 mismatch                     | MISMATCH         | E | D tlsa-invalid | D tlsa-invalid | E | E | D tlsa-invalid | RFC 7672 §2.2
        dane-unusable         | SECURE   | 10 unusable                     | UNUSABLE         | E | E tlsa-invalid | E tlsa-invalid | E | E | E tlsa-invalid | RFC 7672 §2.2
        dane-plaintext        | SECURE   | 10 tlsa-plaintext               | STARTTLS_MISSING | P starttls-not-supported | D starttls-not-supported | D starttls-not-supported | P starttls-not-supported | P starttls-not-supported | D starttls-not-supported | RFC 7672 §2.2
        dane-bogus            | SECURE   | 10 bogus                        | LOOKUP_FAILED    | E | D dnssec-invalid | D dnssec-invalid | E | E | D dnssec-invalid | RFC 7672 §2.1.2
        dane-name             | SECURE   | 10 anchor-name                  | MISMATCH         | E | D certificate-host-mismatch | D certificate-host-mismatch | E | E | D certificate-host-mismatch | RFC 7672 §3.2.2
        dane-dead             | SECURE   | 10 tlsa-dead                    | UNMEASURED       | U | U | U | U | U | U | RFC 7672 §2.2
        unsigned-valid        | INSECURE | 10 valid                        | HOST_READY_DOMAIN_INSECURE | E | E | E | E | E | E | RFC 7672 §2.2.1
        unsigned-mismatch     | INSECURE | 10 mismatch                     | NOT_DEPLOYED     | E | E | D tlsa-invalid | E | E | E | RFC 7672 §2.2.1
        unsigned-plaintext    | INSECURE | 10 tlsa-plaintext               | NOT_DEPLOYED     | P starttls-not-supported | P starttls-not-supported | D starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | RFC 7672 §2.2.1
        none-trusted          | INSECURE | 10 trusted                      | NOT_DEPLOYED     | E | E | E | E | E | E | RFC 7435 §4
        none-signed           | SECURE   | 10 signed                       | NOT_DEPLOYED     | E | E | E | E | E | E | RFC 7672 §2.2
        none-plaintext        | SECURE   | 10 plaintext                    | NOT_DEPLOYED     | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | RFC 7435 §4
        none-dead             | SECURE   | 10 dead                         | NOT_DEPLOYED     | U | U | U | U | U | U | RFC 5321 §5.1
        backup-valid          | SECURE   | 10 mismatch, 20 valid           | PARTIAL          | E | A tlsa-invalid | A tlsa-invalid | E | E | A tlsa-invalid | RFC 7672 §2.2
        backup-trusted        | SECURE   | 10 mismatch, 20 trusted         | MISMATCH         | E | E tlsa-invalid | E tlsa-invalid | E | E | E tlsa-invalid | RFC 7672 §2.2
        backup-plaintext      | SECURE   | 10 mismatch, 20 plaintext       | MISMATCH         | E | P tlsa-invalid | P tlsa-invalid | E | E | P tlsa-invalid | RFC 7672 §2.2
        backup-without-tlsa   | SECURE   | 10 valid, 20 trusted            | PARTIAL          | E | A | A | E | E | A | RFC 7672 §2.2.1
        backup-fails-too      | SECURE   | 10 mismatch, 20 tlsa-plaintext  | MISMATCH         | E | D tlsa-invalid | D tlsa-invalid | E | E | D tlsa-invalid | RFC 7672 §2.2
        backup-dead           | SECURE   | 10 valid, 20 dead               | PARTIAL          | E | A | A | E | E | A | RFC 5321 §5.1
        equals-one-without    | SECURE   | 10 valid, 10 trusted            | PARTIAL          | E | E | E | E | E | E | RFC 7672 §2.2.1
        equals-one-mismatch   | SECURE   | 10 valid, 10 mismatch           | PARTIAL          | E | A tlsa-invalid | A tlsa-invalid | E | E | A tlsa-invalid | RFC 7672 §2.2
        equals-one-plaintext  | INSECURE | 10 trusted, 10 plaintext        | NOT_DEPLOYED     | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | RFC 7435 §4
        """;

    /// The same with a policy: also the verdict on MTA-STS.
    private static final String WITH_POLICY = """
        sts-trusted           | INSECURE | 10 trusted                  | good      | NOT_DEPLOYED | ENFORCING | E | E | E | A | A | A | RFC 8461 §4
        sts-self-signed       | INSECURE | 10 self-signed              | good      | NOT_DEPLOYED | BROKEN | E | E | E | D certificate-not-trusted | D certificate-not-trusted | D certificate-not-trusted | RFC 8461 §5
        sts-wrong-name        | INSECURE | 10 wrong-name               | good      | NOT_DEPLOYED | BROKEN | E | E | E | D certificate-host-mismatch | D certificate-host-mismatch | D certificate-host-mismatch | RFC 8461 §4.2
        sts-expired           | INSECURE | 10 expired                  | good      | NOT_DEPLOYED | BROKEN | E | E | E | D certificate-expired | D certificate-expired | D certificate-expired | RFC 8461 §4.2
        sts-plaintext         | INSECURE | 10 plaintext                | good      | NOT_DEPLOYED | BROKEN | P starttls-not-supported | P starttls-not-supported | P starttls-not-supported | D starttls-not-supported | D starttls-not-supported | D starttls-not-supported | RFC 8461 §4.2
        sts-not-covered       | INSECURE | 10 trusted                  | elsewhere | NOT_DEPLOYED | BROKEN | E | E | E | D validation-failure | D validation-failure | D validation-failure | RFC 8461 §4.1
        sts-dead              | INSECURE | 10 dead                     | good      | NOT_DEPLOYED | UNMEASURED | U | U | U | U | U | U | RFC 8461 §5
        sts-testing           | INSECURE | 10 trusted                  | testing   | NOT_DEPLOYED | TESTING | E | E | E | E | E | E | RFC 8461 §5
        sts-testing-fails     | INSECURE | 10 self-signed              | testing   | NOT_DEPLOYED | BROKEN | E | E | E | E certificate-not-trusted | E certificate-not-trusted | E certificate-not-trusted | RFC 8461 §5
        sts-none              | INSECURE | 10 self-signed              | none      | NOT_DEPLOYED | DISABLED | E | E | E | E | E | E | RFC 8461 §5
        sts-status            | INSECURE | 10 trusted                  | status    | NOT_DEPLOYED | BROKEN | E | E | E | E sts-policy-fetch-error | E sts-policy-fetch-error | E sts-policy-fetch-error | RFC 8461 §3.3
        sts-webpki            | INSECURE | 10 trusted                  | webpki    | NOT_DEPLOYED | BROKEN | E | E | E | E sts-webpki-invalid | E sts-webpki-invalid | E sts-webpki-invalid | RFC 8461 §3.3
        sts-syntax            | INSECURE | 10 trusted                  | syntax    | NOT_DEPLOYED | BROKEN | E | E | E | E sts-policy-invalid | E sts-policy-invalid | E sts-policy-invalid | RFC 8461 §3.2
        sts-backup            | INSECURE | 10 self-signed, 20 trusted  | good      | NOT_DEPLOYED | BROKEN | E | E | E | A certificate-not-trusted | A certificate-not-trusted | A certificate-not-trusted | RFC 8461 §5.1
        sts-backup-fails      | INSECURE | 10 trusted, 20 self-signed  | good      | NOT_DEPLOYED | BROKEN | E | E | E | A | A | A | RFC 8461 §5.1
        both-dane-fails       | SECURE   | 10 mismatch                 | good      | MISMATCH     | ENFORCING | E | D tlsa-invalid | D tlsa-invalid | A | A | D tlsa-invalid | RFC 8461 §2
        both-sts-fails        | SECURE   | 10 own-root                 | good      | VALID        | BROKEN | E | A | A | D certificate-not-trusted | D certificate-not-trusted | A | RFC 8461 §2
        both-without-tlsa     | SECURE   | 10 signed                   | good      | NOT_DEPLOYED | ENFORCING | E | E | E | A | A | A | RFC 8461 §2
        both-bogus            | SECURE   | 10 bogus                    | good      | LOOKUP_FAILED | ENFORCING | E | D dnssec-invalid | D dnssec-invalid | A | A | D dnssec-invalid | RFC 8461 §2
        both-unsigned         | INSECURE | 10 valid                    | good      | HOST_READY_DOMAIN_INSECURE | ENFORCING | E | E | E | A | A | A | RFC 7672 §2.2.1
        both-unsigned-mismatch | INSECURE | 10 mismatch                | good      | NOT_DEPLOYED | ENFORCING | E | E | D tlsa-invalid | A | A | A | RFC 7672 §2.2.1
        """;

    private final Traits traits;
    private final PolicyHosts hosts;

    SenderCases(Workshop workshop) {
        traits = new Traits(workshop);
        hosts = new PolicyHosts(workshop);
    }

    Stream<SendersCase> cases() {
        return Stream.of(
                        PLAIN.lines().map(this::plain),
                        WITH_POLICY.lines().map(this::withPolicy),
                        Stream.of(nullMx()),
                        kept())
                .flatMap(part -> part);
    }

    private SendersCase plain(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*");
        return build(cells[0], cells[1], cells[2], null, null, null, expect(cells, 3, StsStatus.NOT_DEPLOYED, 4));
    }

    private SendersCase withPolicy(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*");
        return build(
                cells[0],
                cells[1],
                cells[2],
                announced("1"),
                policy(cells[3]),
                null,
                expect(cells, 4, StsStatus.valueOf(cells[5]), 6));
    }

    private static Expect expect(String[] cells, int dane, StsStatus sts, int mails) {
        return new Expect(
                DaneStatus.valueOf(cells[dane]),
                sts,
                cells[mails + 6],
                mail(cells[mails]),
                mail(cells[mails + 1]),
                mail(cells[mails + 2]),
                mail(cells[mails + 3]),
                mail(cells[mails + 4]),
                mail(cells[mails + 5]));
    }

    private static Mail mail(String cell) {
        SenderOutcome outcome = switch (cell.charAt(0)) {
            case 'A' -> SenderOutcome.AUTHENTICATED;
            case 'E' -> SenderOutcome.ENCRYPTED;
            case 'P' -> SenderOutcome.PLAINTEXT;
            case 'D' -> SenderOutcome.DEFERRED;
            case 'N' -> SenderOutcome.NO_MAIL;
            case 'U' -> SenderOutcome.UNMEASURED;
            default -> throw new IllegalArgumentException(cell);
        };
        return new Mail(outcome, cell.length() == 1 ? null : cell.substring(2));
    }

    private PolicyHost policy(String kind) {
        return switch (kind) {
            case "good" -> hosts.serving(PolicyHosts.GOOD);
            case "testing" -> hosts.serving(TESTING);
            case "none" -> hosts.serving(PolicyHosts.GOOD.replace("enforce", "none"));
            case "elsewhere" -> hosts.serving(PolicyHosts.GOOD.replace("*.mx.example", "elsewhere.example"));
            case "syntax" -> hosts.serving(PolicyHosts.GOOD.replace("enforce", "report"));
            case "status" -> hosts.status(404);
            case "webpki" -> hosts.showing("self-signed");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Txt announced(String id) {
        return new Txt(null, List.of("v=STSv1; id=" + id + ";"));
    }

    private SendersCase nullMx() {
        Mail none = mail("N");
        return build(
                "null-mx",
                "SECURE",
                "",
                null,
                null,
                null,
                new Expect(null, null, "RFC 7505 §3", none, none, none, none, none, none));
    }

    /// A sender that has fetched the policy before.
    private Stream<SendersCase> kept() {
        KeptPolicy enforce = new KeptPolicy(Instant.parse("2025-12-30T00:00:00Z"), "1", PolicyHosts.GOOD);
        KeptPolicy old = new KeptPolicy(Instant.parse("2025-12-01T00:00:00Z"), "1", PolicyHosts.GOOD);
        String distrusted = "certificate-not-trusted";
        return Stream.of(
                kept(
                        "kept-not-fetched",
                        "10 trusted",
                        announced("1"),
                        policy("status"),
                        enforce,
                        StsStatus.BROKEN,
                        "E sts-policy-fetch-error",
                        "A",
                        "RFC 8461 §5.1"),
                kept(
                        "kept-not-fetched-fails",
                        "10 self-signed",
                        announced("1"),
                        policy("status"),
                        enforce,
                        StsStatus.BROKEN,
                        "E sts-policy-fetch-error",
                        "D " + distrusted,
                        "RFC 8461 §5.1"),
                kept(
                        "kept-new-id-not-fetched",
                        "10 trusted",
                        announced("2"),
                        policy("status"),
                        enforce,
                        StsStatus.BROKEN,
                        "E sts-policy-fetch-error",
                        "A sts-policy-fetch-error",
                        "RFC 8461 §3.3"),
                kept(
                        "kept-too-long",
                        "10 self-signed",
                        announced("1"),
                        policy("status"),
                        old,
                        StsStatus.BROKEN,
                        "E sts-policy-fetch-error",
                        "E sts-policy-fetch-error",
                        "RFC 8461 §3.2"),
                kept(
                        "kept-same-id",
                        "10 self-signed",
                        announced("1"),
                        policy("none"),
                        enforce,
                        StsStatus.DISABLED,
                        "E",
                        "D " + distrusted,
                        "RFC 8461 §3.1"),
                kept(
                        "kept-new-id",
                        "10 self-signed",
                        announced("2"),
                        policy("none"),
                        enforce,
                        StsStatus.DISABLED,
                        "E",
                        "E",
                        "RFC 8461 §3.1"),
                kept(
                        "kept-record-gone",
                        "10 self-signed",
                        null,
                        null,
                        enforce,
                        StsStatus.NOT_DEPLOYED,
                        "E",
                        "D " + distrusted,
                        "RFC 8461 §3.3"));
    }

    private SendersCase kept(
            String id,
            String mx,
            Txt txt,
            PolicyHost policy,
            KeptPolicy before,
            StsStatus status,
            String cold,
            String warm,
            String section) {
        Mail plain = mail("E");
        Expect expect = new Expect(
                DaneStatus.NOT_DEPLOYED, status, section, plain, plain, plain, mail(cold), mail(warm), mail(cold));
        return build(id, "INSECURE", mx, txt, policy, before, expect);
    }

    private SendersCase build(
            String id, String security, String mx, Txt txt, PolicyHost policy, KeptPolicy before, Expect expect) {
        String title =
                (mx.isEmpty() ? "a null MX" : "MX: " + mx) + ", " + (security.equals("SECURE") ? "signed" : "unsigned")
                        + (policy == null ? "" : ", with a policy") + ": " + id;
        return new SendersCase(
                id,
                title,
                DaneDraft.AT,
                PolicyHosts.DOMAIN,
                Security.valueOf(security),
                Stream.of(mx.split(","))
                        .filter(one -> !one.isBlank())
                        .map(traits::exchange)
                        .toList(),
                txt,
                policy,
                before,
                expect);
    }
}
