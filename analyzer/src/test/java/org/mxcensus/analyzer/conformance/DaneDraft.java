package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.conformance.DaneCase.Before;
import org.mxcensus.analyzer.conformance.DaneCase.Expect;
import org.mxcensus.analyzer.conformance.DaneCase.Lookup;
import org.mxcensus.analyzer.conformance.DaneCase.OtherKey;
import org.mxcensus.analyzer.conformance.DaneCase.Smtp;
import org.mxcensus.analyzer.conformance.DaneCase.StartTls;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.Tlsa;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;

/// A case of DANE as it is put together. What is not said is as it should be: all is signed, the server shows a leaf
/// below an intermediate, both with good dates, and the leaf names the host.
final class DaneDraft {
    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final Workshop workshop;
    private final String id;
    private final String title;
    private String host;
    private Security mx = Security.SECURE;
    private String mxAlias;
    private Security addresses = Security.SECURE;
    private List<String> cname = List.of();
    private Security cnameSecurity;
    private Lookup lookup = Lookup.FOUND;
    private String base;
    private DnsFailure failure;
    private final List<String> records = new ArrayList<>();
    private StartTls startTls = StartTls.ESTABLISHED;
    private Integer reply;
    private List<Identity> chain;
    private List<Identity> otherKey;
    private Before previous;

    DaneDraft(Workshop workshop, String id, String title) {
        this.workshop = workshop;
        this.id = id;
        this.title = title;
    }

    String domain() {
        return id + ".example";
    }

    /// In the domain's own zone, or in one beside it where one is signed and the other is not.
    String host() {
        if (host != null) {
            return host;
        }
        return mx == addresses || !cname.isEmpty() ? "mx." + domain() : "mx." + id + "-hosts.example";
    }

    Identity leaf() {
        return leaf(Form.server(host()));
    }

    /// The case's own leaf, with dates that last.
    Identity leaf(Form form) {
        return own("leaf", () -> workshop.intermediate().issue(Workshop.lasting(form)));
    }

    Identity own(String name, Supplier<Identity> make) {
        return workshop.identity(id + "." + name, make);
    }

    DaneDraft host(String name) {
        host = name;
        return this;
    }

    DaneDraft mx(Security security) {
        mx = security;
        return this;
    }

    DaneDraft mxAlias(String to) {
        mxAlias = to;
        return this;
    }

    DaneDraft addresses(Security security) {
        addresses = security;
        return this;
    }

    DaneDraft cname(Security first, String... targets) {
        cname = List.of(targets);
        cnameSecurity = first;
        return this;
    }

    DaneDraft lookup(Lookup status) {
        lookup = status;
        return this;
    }

    DaneDraft failed(DnsFailure why) {
        lookup = Lookup.FAILED;
        failure = why;
        return this;
    }

    DaneDraft base(String name) {
        base = name;
        return this;
    }

    /// A record that is right for the certificate.
    DaneDraft tlsa(int usage, int selector, int matching, Identity of) {
        return tlsa(Seen.tlsa(usage, selector, matching, of));
    }

    DaneDraft tlsa(TlsaRecord tlsa) {
        records.add(Tlsa.format(tlsa));
        return this;
    }

    DaneDraft chain(Identity... sent) {
        chain = List.of(sent);
        return this;
    }

    DaneDraft otherKey(Identity... sent) {
        otherKey = List.of(sent);
        return this;
    }

    DaneDraft startTls(StartTls outcome) {
        startTls = outcome;
        return this;
    }

    DaneDraft startTls(StartTls outcome, int code) {
        reply = code;
        return startTls(outcome);
    }

    DaneDraft before(List<TlsaRecord> tlsa, Identity... sent) {
        previous = new Before(tlsa.stream().map(Tlsa::format).toList(), names(List.of(sent)));
        return this;
    }

    DaneCase valid(String section) {
        return expect(DaneStatus.VALID, null, section);
    }

    DaneCase validBut(DaneCause cause, String section) {
        return expect(DaneStatus.VALID, cause, section);
    }

    DaneCase mismatch(DaneCause cause, String section) {
        return expect(DaneStatus.MISMATCH, cause, section);
    }

    DaneCase unusable() {
        return unusable(DaneCause.NO_USABLE_RECORD, "RFC 7672 §2.2");
    }

    DaneCase unusable(DaneCause cause, String section) {
        return expect(DaneStatus.UNUSABLE, cause, section);
    }

    /// The leaf names the next-hop domain and not the host.
    DaneCase validByNextHop(String section) {
        return build(new Expect(
                DaneStatus.MISMATCH,
                DaneStatus.VALID,
                DaneCause.NAME,
                null,
                section,
                SenderOutcome.AUTHENTICATED,
                SenderOutcome.AUTHENTICATED,
                null,
                null));
    }

    DaneCase expect(DaneStatus host, DaneCause cause, String section) {
        boolean counts = mx == Security.SECURE;
        boolean ready = !counts && host == DaneStatus.VALID;
        SenderOutcome strict = follows(host);
        return build(new Expect(
                host,
                counts ? host : ready ? DaneStatus.HOST_READY_DOMAIN_INSECURE : DaneStatus.NOT_DEPLOYED,
                cause,
                counts ? cause : ready ? DaneCause.MX_INSECURE : null,
                section,
                counts ? strict : takes(),
                !counts && strict == SenderOutcome.AUTHENTICATED ? SenderOutcome.ENCRYPTED : strict,
                null,
                null));
    }

    /// What a sender does that goes by the host's TLSA records (RFC 7672 §2.2).
    private SenderOutcome follows(DaneStatus host) {
        return switch (host) {
            case VALID -> SenderOutcome.AUTHENTICATED;
            case UNUSABLE -> SenderOutcome.ENCRYPTED;
            case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED -> SenderOutcome.DEFERRED;
            case NOT_DEPLOYED -> takes();
            case LOOKUP_FAILED ->
                failure == DnsFailure.BOGUS || failure == DnsFailure.SERVFAIL
                        ? SenderOutcome.DEFERRED
                        : SenderOutcome.UNMEASURED;
            case UNMEASURED -> SenderOutcome.UNMEASURED;
            case PARTIAL, FAILS_SOMEWHERE, HOST_READY_DOMAIN_INSECURE ->
                throw new IllegalArgumentException("of domains only");
        };
    }

    /// What a sender does that takes TLS where it can have it.
    private SenderOutcome takes() {
        return switch (startTls) {
            case ESTABLISHED -> SenderOutcome.ENCRYPTED;
            case NOT_OFFERED, HANDSHAKE_FAILED -> SenderOutcome.PLAINTEXT;
            case REFUSED -> reply < 500 ? SenderOutcome.UNMEASURED : SenderOutcome.PLAINTEXT;
            case NOT_CONNECTED, DEFERRED -> SenderOutcome.UNMEASURED;
        };
    }

    private DaneCase build(Expect expect) {
        boolean tls = startTls == StartTls.ESTABLISHED;
        List<Identity> sent = chain != null ? chain : tls ? List.of(leaf(), workshop.intermediate()) : List.of();
        return new DaneCase(
                id,
                title,
                AT,
                domain(),
                mx,
                mxAlias,
                host(),
                addresses,
                cname,
                cnameSecurity,
                new DaneCase.Tlsa(
                        lookup, lookup == Lookup.ABSENT ? null : base == null ? host() : base, failure, records),
                new Smtp(startTls, reply, names(sent), key(sent), otherKey == null ? null : other()),
                previous,
                expect);
    }

    private OtherKey other() {
        return new OtherKey(names(otherKey), key(otherKey));
    }

    private List<String> names(List<Identity> sent) {
        return sent.stream().map(workshop::nameOf).toList();
    }

    private String key(List<Identity> sent) {
        return Stream.ofNullable(sent)
                .flatMap(List::stream)
                .findFirst()
                .map(workshop::nameOf)
                .orElse(null);
    }
}
