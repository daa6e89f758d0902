package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.conformance.DaneCase.Lookup;
import org.mxcensus.analyzer.conformance.DaneCase.Smtp;
import org.mxcensus.analyzer.conformance.DaneCase.StartTls;
import org.mxcensus.analyzer.conformance.DaneCase.Tlsa;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;

/// MX hosts with one trait each, whose names tell it: `valid.mx.example` has a TLSA record that matches.
record Traits(Workshop workshop) {

    static String host(String trait) {
        return trait + ".mx.example";
    }

    /// @param text preference and trait, such as `10 valid`
    Exchange exchange(String text) {
        String[] words = text.strip().split(" ");
        return exchange(Integer.parseInt(words[0]), words[1]);
    }

    private Exchange exchange(int preference, String trait) {
        return switch (trait) {
            case "valid" -> signed(preference, trait, found(Seen.tlsa(3, 1, 1, good(trait))), tls(good(trait)));
            case "mismatch" ->
                signed(preference, trait, found(Seen.tlsa(3, 1, 1, workshop.unseen())), tls(good(trait)));
            case "unusable" -> signed(preference, trait, found(Seen.tlsa(1, 1, 1, good(trait))), tls(good(trait)));
            case "anchor-name" ->
                signed(
                        preference,
                        trait,
                        found(Seen.tlsa(2, 1, 1, workshop.intermediate())),
                        tls(leaf(trait, Form.server("elsewhere.example"))));
            case "own-root" -> signed(preference, trait, found(Seen.tlsa(3, 1, 1, self(trait))), alone(self(trait)));
            case "tlsa-plaintext" ->
                signed(preference, trait, found(Seen.tlsa(3, 1, 1, workshop.unseen())), without(StartTls.NOT_OFFERED));
            case "tlsa-dead" ->
                signed(
                        preference,
                        trait,
                        found(Seen.tlsa(3, 1, 1, workshop.unseen())),
                        without(StartTls.NOT_CONNECTED));
            case "bogus" ->
                signed(
                        preference,
                        trait,
                        new Tlsa(Lookup.FAILED, host(trait), DnsFailure.BOGUS, List.of()),
                        tls(good(trait)));
            case "signed" ->
                signed(preference, trait, new Tlsa(Lookup.ABSENT, null, null, List.of()), tls(good(trait)));
            case "trusted", "other" -> unsigned(preference, trait, tls(good(trait)));
            case "self-signed" -> unsigned(preference, trait, alone(self(trait)));
            case "wrong-name" -> unsigned(preference, trait, tls(leaf(trait, Form.server("elsewhere.example"))));
            case "common-name" ->
                unsigned(preference, trait, tls(leaf(trait, Form.server().named(host(trait)))));
            case "wildcard" -> unsigned(preference, trait, tls(leaf(trait, Form.server("*.mx.example"))));
            case "expired" -> unsigned(preference, trait, tls(expired(trait)));
            case "incomplete" -> unsigned(preference, trait, alone(good(trait)));
            case "plaintext" -> unsigned(preference, trait, without(StartTls.NOT_OFFERED));
            case "no-handshake" -> unsigned(preference, trait, without(StartTls.HANDSHAKE_FAILED));
            case "dead" -> unsigned(preference, trait, without(StartTls.NOT_CONNECTED));
            default -> throw new IllegalArgumentException(trait);
        };
    }

    private static Tlsa found(TlsaRecord tlsa) {
        return new Tlsa(Lookup.FOUND, null, null, List.of(org.mxcensus.datasets.records.Tlsa.format(tlsa)));
    }

    private static Exchange signed(int preference, String trait, Tlsa tlsa, Smtp smtp) {
        return new Exchange(preference, host(trait), Security.SECURE, List.of(), tlsa, smtp);
    }

    private static Exchange unsigned(int preference, String trait, Smtp smtp) {
        return new Exchange(preference, host(trait), Security.INSECURE, List.of(), null, smtp);
    }

    private Identity good(String trait) {
        return leaf(trait, Form.server(host(trait)));
    }

    private Identity leaf(String trait, Form form) {
        return workshop.identity(trait, () -> workshop.intermediate().issue(Workshop.lasting(form)));
    }

    private Identity expired(String trait) {
        return workshop.identity(
                trait, () -> workshop.intermediate().issue(Workshop.expired(Form.server(host(trait)))));
    }

    private Identity self(String trait) {
        return workshop.identity(trait, () -> Pki.selfSigned(Workshop.lasting(Form.server(host(trait)))));
    }

    private Smtp tls(Identity leaf) {
        return established(leaf, workshop.intermediate());
    }

    private Smtp alone(Identity leaf) {
        return established(leaf);
    }

    private Smtp established(Identity... chain) {
        List<String> names = Stream.of(chain).map(workshop::nameOf).toList();
        return new Smtp(StartTls.ESTABLISHED, null, names, names.getFirst(), null);
    }

    private static Smtp without(StartTls outcome) {
        return new Smtp(outcome, null, List.of(), null, null);
    }
}
