package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.TlsRptCase.Expect;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.RecordStatus;

/// Records that ask for TLS reports (RFC 8460 §3).
final class TlsRptCases {
    private static final String SECTION = "RFC 8460 §3";

    private TlsRptCases() {}

    static Stream<TlsRptCase> cases() {
        return Stream.of(valid(), absent(), malformed()).flatMap(part -> part);
    }

    private static Stream<TlsRptCase> valid() {
        String mail = "mailto:tls@example.com";
        return Stream.of(
                valid("mailto", "one address", List.of(mail), "v=TLSRPTv1; rua=mailto:tls@example.com"),
                valid(
                        "https",
                        "an HTTPS address",
                        List.of("https://tls.example.com/v1"),
                        "v=TLSRPTv1; rua=https://tls.example.com/v1"),
                valid("end", "a semicolon at the end", List.of(mail), "v=TLSRPTv1; rua=mailto:tls@example.com;"),
                valid("tight", "no space after the semicolon", List.of(mail), "v=TLSRPTv1;rua=mailto:tls@example.com"),
                valid(
                        "two",
                        "two addresses",
                        List.of(mail, "https://tls.example.com/v1"),
                        "v=TLSRPTv1; rua=mailto:tls@example.com,https://tls.example.com/v1"),
                valid(
                        "two-spaced",
                        "two addresses, white space around the comma",
                        List.of(mail, "mailto:b@example.com"),
                        "v=TLSRPTv1; rua=mailto:tls@example.com , mailto:b@example.com"),
                valid("extension", "an extension field", List.of(mail), "v=TLSRPTv1; rua=mailto:tls@example.com; x=1"),
                valid(
                        "others",
                        "records of other kinds beside it",
                        List.of(mail),
                        "v=spf1 -all",
                        "v=TLSRPTv1; rua=mailto:tls@example.com"),
                valid(
                        "capitals",
                        "the scheme in capitals",
                        List.of("MAILTO:tls@example.com"),
                        "v=TLSRPTv1; rua=MAILTO:tls@example.com"),
                valid(
                        "unknown-scheme-beside",
                        "an address of an unknown scheme beside",
                        List.of(mail),
                        "v=TLSRPTv1; rua=ftp://example.com/a,mailto:tls@example.com"));
    }

    private static TlsRptCase valid(String id, String title, List<String> rua, String... texts) {
        return new TlsRptCase(
                id, title, new Txt(null, List.of(texts)), new Expect(Finding.YES, RecordStatus.VALID, rua, SECTION));
    }

    private static Stream<TlsRptCase> absent() {
        return Stream.of(
                no("absent", "no record", RecordStatus.ABSENT),
                no("absent-others", "records of other kinds only", RecordStatus.ABSENT, "v=spf1 -all"),
                no(
                        "absent-lower-case",
                        "the version in lower case",
                        RecordStatus.ABSENT,
                        "v=tlsrptv1; rua=mailto:tls@example.com"),
                no(
                        "absent-space-first",
                        "a space before the version",
                        RecordStatus.ABSENT,
                        " v=TLSRPTv1; rua=mailto:tls@example.com"),
                no(
                        "absent-version-2",
                        "another version",
                        RecordStatus.ABSENT,
                        "v=TLSRPTv2; rua=mailto:tls@example.com"),
                no(
                        "absent-version-later",
                        "the version is not the first field",
                        RecordStatus.ABSENT,
                        "rua=mailto:tls@example.com; v=TLSRPTv1"),
                no(
                        "multiple",
                        "two records",
                        RecordStatus.MULTIPLE,
                        "v=TLSRPTv1; rua=mailto:a@example.com",
                        "v=TLSRPTv1; rua=mailto:b@example.com"),
                no(
                        "multiple-one-broken",
                        "two records, of which one follows no grammar",
                        RecordStatus.MULTIPLE,
                        "v=TLSRPTv1; rua=mailto:a@example.com",
                        "v=TLSRPTv1; nonsense"),
                new TlsRptCase(
                        "look-up-failed",
                        "the look-up fails",
                        new Txt(DnsFailure.SERVFAIL, List.of()),
                        new Expect(Finding.UNMEASURED, RecordStatus.UNMEASURED, List.of(), SECTION)));
    }

    private static Stream<TlsRptCase> malformed() {
        return Stream.of(
                no("no-rua", "no rua", RecordStatus.MALFORMED, "v=TLSRPTv1;"),
                no("empty-rua", "an empty rua", RecordStatus.MALFORMED, "v=TLSRPTv1; rua="),
                no(
                        "no-scheme",
                        "an address without its scheme",
                        RecordStatus.MALFORMED,
                        "v=TLSRPTv1; rua=tls@example.com"),
                no(
                        "unknown-scheme",
                        "a scheme that nobody knows",
                        RecordStatus.MALFORMED,
                        "v=TLSRPTv1; rua=ftp://example.com/a"),
                no(
                        "comma-end",
                        "a comma at the end",
                        RecordStatus.MALFORMED,
                        "v=TLSRPTv1; rua=mailto:tls@example.com,"),
                no(
                        "no-field",
                        "what is no field",
                        RecordStatus.MALFORMED,
                        "v=TLSRPTv1; rua=mailto:tls@example.com; nonsense"),
                no(
                        "broken-escape",
                        "a broken percent escape",
                        RecordStatus.MALFORMED,
                        "v=TLSRPTv1; rua=mailto:tls%2@example.com"));
    }

    private static TlsRptCase no(String id, String title, RecordStatus record, String... texts) {
        return new TlsRptCase(
                id, title, new Txt(null, List.of(texts)), new Expect(Finding.NO, record, List.of(), SECTION));
    }
}
