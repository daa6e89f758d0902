package org.mxcensus.lab.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A world with every fixture at least once: each below a signed domain of `nl` with hosts in a signed zone, and once
/// more unsigned. What has nothing to do with names, as the alerts of TLS, stands in the signed half alone.
///
/// A domain is named after what it is for: `smtp-plain-signed.nl`, `policy-redirect-unsigned.nl`.
final class EveryFixture {

    /// TLSA records by what they are for; `shadowed` holds a right record that digest agility ignores (RFC 7671 §9).
    private static final Map<String, List<String>> TLSA = Map.ofEntries(
            Map.entry("none", List.of()),
            Map.entry("ee-key", List.of("3 1 1 auto")),
            Map.entry("ee-certificate", List.of("3 0 1 auto")),
            Map.entry("ee-sha512", List.of("3 1 2 auto")),
            Map.entry("ee-full", List.of("3 1 0 auto")),
            Map.entry("ta-key", List.of("2 1 1 auto")),
            Map.entry("ta-certificate", List.of("2 0 1 auto")),
            Map.entry("pkix", List.of("1 1 1 auto")),
            Map.entry("previous", List.of("3 1 1 previous")),
            Map.entry("rolling", List.of("3 1 1 previous", "3 1 1 auto")),
            Map.entry("shadowed", List.of("3 1 1 auto", "3 1 2 previous")),
            Map.entry("next", List.of("3 1 1 next")),
            Map.entry("leaf-as-authority", List.of("2 1 1 leaf")),
            Map.entry("authority-as-leaf", List.of("3 1 1 issuer")),
            Map.entry("root", List.of("2 0 1 root")),
            Map.entry("retired-ca", List.of("2 1 1 retired-ca")),
            Map.entry("other-selector", List.of("3 1 1 other-selector")),
            Map.entry("other-matching", List.of("3 1 1 other-matching")),
            Map.entry("empty", List.of("3 1 1 empty")),
            Map.entry("pem", List.of("3 0 1 pem")),
            Map.entry("typo", List.of("3 1 1 typo")),
            Map.entry("cut", List.of("3 1 1 cut")),
            Map.entry("mismatch", List.of("3 1 1 " + "00".repeat(32))),
            Map.entry("unusable", List.of("9 9 9 00")));

    private final List<Spec> specs = new ArrayList<>();
    private final boolean signed;
    private final String suffix;

    private EveryFixture(boolean signed) {
        this.signed = signed;
        this.suffix = signed ? "-signed" : "-unsigned";
    }

    static World world() {
        List<Spec> all = new ArrayList<>();
        all.add(ZoneSpec.of("nl"));
        all.add(ZoneSpec.of("xx").withSigned(false));
        all.add(DomainSpec.of("island.xx").withSigned(true).withMx("10 mx.every-signed.net"));
        all.add(HostSpec.of("mx.every-signed.net").withSigned(true).withTlsa("3 1 1 auto"));
        all.add(HostSpec.of("mx.every-unsigned.net").withSigned(false));
        for (boolean signed : new boolean[] {true, false}) {
            EveryFixture half = new EveryFixture(signed);
            half.mailServers();
            half.addresses();
            half.certificates();
            half.tlsa();
            half.failingNames();
            half.exchanges();
            half.policies();
            half.texts();
            half.hints();
            if (signed) {
                half.dialogues();
                half.handshakes();
            }
            all.addAll(half.specs);
        }
        return World.of(all);
    }

    private void mailServers() {
        for (SmtpBehaviour behaviour : SmtpBehaviour.values()) {
            pair("smtp-" + behaviour.id(), host -> host.withSmtp(behaviour));
        }
    }

    private void dialogues() {
        for (SmtpBehaviour behaviour : SmtpBehaviour.values()) {
            behaviour.stages().stream()
                    .skip(1)
                    .filter(stage -> isQuick(behaviour, stage))
                    .forEach(stage -> smtp(
                            "smtp-" + behaviour.id() + "-at-" + stage.id(),
                            smtp -> smtp.withBehaviour(behaviour).withAt(stage)));
        }
        for (Alert alert : Alert.values()) {
            smtp(
                    "alert-" + alert.id().replace('_', '-'),
                    smtp -> smtp.withBehaviour(SmtpBehaviour.HANDSHAKE_FAILED).withAlert(alert));
        }
        for (Speech speech : Speech.values()) {
            smtp("speech-" + speech.id(), smtp -> smtp.withSpeech(speech));
        }
        for (Offer offer : Offer.values()) {
            smtp("offer-" + offer.id(), smtp -> smtp.withOffer(offer));
        }
        for (String limit : List.of("0 at once", "1 at once", "3 a second")) {
            smtp("limit-" + limit.replace(' ', '-'), smtp -> smtp.withLimit(Limit.parse(limit)));
        }
    }

    /// Silence costs a client all its patience, so it is not met at every stage.
    private static boolean isQuick(SmtpBehaviour behaviour, Stage stage) {
        return behaviour != SmtpBehaviour.SILENT || stage == Stage.EHLO || stage == Stage.HANDSHAKE;
    }

    private void addresses() {
        pair("addresses-two", host -> host.withAddresses("auto", "auto"));
        pair("addresses-six", host -> host.withAddresses("auto", "::1"));
        // Whoever stands first at an address greets there.
        String gone = signed ? "127.9.1.1" : "127.9.2.1";
        String plain = signed ? "127.9.1.2" : "127.9.2.2";
        specs.add(
                HostSpec.of("gone.every" + suffix + ".net").withAddresses(gone).withSmtp(SmtpBehaviour.REFUSED));
        specs.add(HostSpec.of("plain.every" + suffix + ".net")
                .withAddresses(plain)
                .withSmtp(SmtpBehaviour.PLAIN));
        pair("addresses-one-of-four-gone", host -> host.withAddresses("auto", "auto", "auto", gone));
        pair(
                "addresses-one-of-four-plain",
                host -> host.withAddresses("auto", "auto", "auto", plain).withTlsa("3 1 1 auto"));
    }

    private void certificates() {
        for (CertificateKind kind : CertificateKind.values()) {
            // Those that are dear are met once.
            boolean dear = kind == CertificateKind.HUGE || kind == CertificateKind.LONG_CHAIN;
            if (signed || !dear) {
                smtp("cert-" + kind.id(), smtp -> smtp.withCert(kind));
            }
            if (!dear) {
                pair(
                        "dane-" + kind.id(),
                        host -> host.withSmtp(SmtpSpec.DEFAULT.withCert(kind)).withTlsa("3 1 1 auto"));
                pair(
                        "dane-authority-" + kind.id(),
                        host -> host.withSmtp(SmtpSpec.DEFAULT.withCert(kind)).withTlsa("2 1 1 auto"));
            }
        }
    }

    private void handshakes() {
        for (KeyType type : KeyType.values()) {
            smtp("key-" + type.id(), smtp -> smtp.withKeyType(type));
            pair(
                    "dane-key-" + type.id(),
                    host -> host.withSmtp(SmtpSpec.DEFAULT.withKeyType(type)).withTlsa("3 1 1 auto"));
        }
        pair(
                "dane-other-key",
                host -> host.withSmtp(SmtpSpec.DEFAULT.withKeyType(KeyType.DUAL))
                        .withTlsa("3 1 1 other-key"));
        for (TlsSupport tls : TlsSupport.values()) {
            SmtpSpec own = tls.needsRsa() ? SmtpSpec.DEFAULT.withKeyType(KeyType.RSA_2048) : SmtpSpec.DEFAULT;
            pair("tls-" + tls.id().replace('.', '-'), host -> host.withSmtp(own.withTls(tls)));
        }
        for (TlsGroup group : TlsGroup.values()) {
            smtp("group-" + group.id(), smtp -> smtp.withGroup(group));
        }
    }

    private void tlsa() {
        TLSA.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> pair(
                        "tlsa-" + entry.getKey(),
                        host -> host.withTlsa(entry.getValue().toArray(String[]::new))));
        // An RRset that no datagram holds.
        pair(
                "tlsa-many",
                host -> host.withTlsa(Stream.concat(
                                Stream.of("3 1 1 auto"),
                                IntStream.range(10, 50).mapToObj(i -> "3 1 1 " + (i + "").repeat(32)))
                        .toArray(String[]::new)));
        pair("tlsa-plain", host -> host.withSmtp(SmtpBehaviour.PLAIN).withTlsa("3 1 1 auto"));
        pair(
                "tlsa-handshake",
                host -> host.withSmtp(SmtpBehaviour.HANDSHAKE_FAILED).withTlsa("3 1 1 auto"));
    }

    private void failingNames() {
        for (DnsBehaviour dns : DnsBehaviour.values()) {
            // Only what is signed can be bogus.
            if (signed || !dns.isBogus()) {
                specs.add(domain("dns-" + dns.id()).withDns(dns).withMx("10 mx.every" + suffix + ".net"));
                pair("host-" + dns.id(), host -> host.withDns(dns).withTlsa("3 1 1 auto"));
                pair("tlsa-dns-" + dns.id(), host -> host.withTlsaDns(dns).withTlsa("3 1 1 auto"));
            }
        }
    }

    private void exchanges() {
        specs.add(domain("mx-null").withMx("0 ."));
        specs.add(domain("mx-null-mixed").withMx("0 .", "10 mx.every" + suffix + ".net"));
        specs.add(domain("mx-implicit"));
        specs.add(HostSpec.of("mx-implicit" + suffix + ".nl"));
        specs.add(domain("mx-none"));
        specs.add(domain("mx-gone").withExists(false).withSigned(false));
        specs.add(domain("mx-unresolvable").withMx("10 nobody.every" + suffix + ".net"));
        specs.add(domain("mx-bare").withMx("10 bare.every" + suffix + ".net"));
        specs.add(HostSpec.of("bare.every" + suffix + ".net").withAddresses());
        specs.add(domain("mx-alias").withMx("10 alias.every" + suffix + ".net"));
        specs.add(HostSpec.of("alias.every" + suffix + ".net").withCname("mx.every" + suffix + ".net"));
        specs.add(domain("mx-alias-abroad").withMx("10 abroad.every" + suffix + ".net"));
        specs.add(HostSpec.of("abroad.every" + suffix + ".net")
                .withCname("mx.every" + (signed ? "-unsigned" : "-signed") + ".net"));
        aliases();
        specs.add(domain("mx-literal").withMx("10 192.0.2.1"));
        specs.add(domain("mx-localhost").withMx("10 localhost"));
        specs.add(domain("mx-single-label").withMx("10 mail"));
        specs.add(domain("mx-abroad").withMx("10 mx.every" + (signed ? "-unsigned" : "-signed") + ".net"));
        specs.add(
                domain("mx-two").withMx("10 smtp-starttls.mx" + suffix + ".net", "20 smtp-plain.mx" + suffix + ".net"));
    }

    /// Where TLSA is looked for behind an alias (RFC 7672 §2.2.2, §2.2.3).
    private void aliases() {
        String own = "3 1 1 auto";
        String end = ".mx" + suffix + ".net";
        String abroad = "mx.every" + (signed ? "-unsigned" : "-signed") + ".net";
        alias("alias-end", "tlsa-ee-key" + end);
        alias("alias-own", "tlsa-none" + end, own);
        alias("alias-both", "tlsa-ee-key" + end, own);
        alias("alias-end-fails", "tlsa-dns-servfail" + end, own);
        alias("alias-abroad-own", abroad, own);
    }

    private void alias(String name, String target, String... tlsa) {
        String host = name + ".every" + suffix + ".net";
        specs.add(domain(name).withMx("10 " + host));
        specs.add(HostSpec.of(host).withCname(target).withTlsa(tlsa));
    }

    private void policies() {
        for (PolicyBehaviour behaviour : PolicyBehaviour.values()) {
            // A mode that there is not, and no MX: text that looks like a policy is the harder case.
            StsSpec sts = behaviour == PolicyBehaviour.BAD_SYNTAX
                    ? StsSpec.of("v=STSv1; id=1", "version: STSv1\nmode: sometimes\nmax_age: 86400\n")
                    : sts("enforce");
            specs.add(served("policy-" + behaviour.id(), sts.withBehaviour(behaviour)));
        }
        for (DnsBehaviour dns : DnsBehaviour.values()) {
            if (signed || !dns.isBogus()) {
                // A TLSRPT record, as the denial of one would come from the owner before it, which is the bogus one.
                specs.add(served("sts-dns-" + dns.id(), sts("enforce").withRecordDns(dns))
                        .withTlsRpt("v=TLSRPTv1; rua=mailto:tls@example.nl"));
                specs.add(served("policy-dns-" + dns.id(), sts("enforce").withHostDns(dns)));
            }
        }
        for (String mode : List.of("enforce", "testing", "none")) {
            specs.add(served("mode-" + mode, sts(mode)));
        }
        specs.add(served("policy-alias", sts("enforce").withCname("policies.every" + suffix + ".net")));
        specs.add(served("policy-other-host", StsSpec.of("v=STSv1; id=1", policy("enforce", "other.example"))));
        specs.add(
                served("policy-wildcard", StsSpec.of("v=STSv1; id=1", policy("enforce", "*.every" + suffix + ".net"))));
        specs.add(served("sts-multiple", sts("enforce").withRecords("v=STSv1; id=1", "v=STSv1; id=2")));
        specs.add(served("sts-malformed", sts("enforce").withRecords("v=STSv1; id=not allowed")));
        specs.add(served("sts-other-text", sts("enforce").withRecords("v=STSv1; id=1", "some other text")));
        specs.add(served(
                "policy-without-record",
                StsSpec.of(List.of(), Optional.of(policy("enforce", "*")), PolicyBehaviour.OK)));
    }

    private void texts() {
        specs.add(domain("tlsrpt-ok").withTlsRpt("v=TLSRPTv1; rua=mailto:tls@example.nl"));
        specs.add(domain("tlsrpt-multiple")
                .withTlsRpt("v=TLSRPTv1; rua=mailto:a@example.nl", "v=TLSRPTv1; rua=mailto:b@example.nl"));
        specs.add(domain("tlsrpt-malformed").withTlsRpt("v=TLSRPTv1; nothing"));
        specs.add(domain("spf-dmarc").withTxt("v=spf1 mx -all", "unrelated").withDmarc("v=DMARC1; p=reject"));
        // More than one string, and a set of texts that no datagram holds.
        specs.add(domain("spf-long").withTxt(longSpf()));
        specs.add(domain("txt-many")
                .withTxt(Stream.concat(
                                Stream.of("v=spf1 -all"),
                                IntStream.range(0, 30).mapToObj(i -> "site-verification=" + "x".repeat(60) + i))
                        .toArray(String[]::new)));
        specs.add(domain("spf-multiple").withTxt("v=spf1 mx -all", "v=spf1 a -all"));
    }

    /// Names below `_domainkey` and its like, in a zone that denies the others and in those that do not.
    private void hints() {
        Map<String, Set<Hint>> held = Map.of(
                "none", EnumSet.noneOf(Hint.class), "dkim", EnumSet.of(Hint.DKIM), "all", EnumSet.allOf(Hint.class));
        for (Denial denial : Denial.values()) {
            held.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> specs.add(domain("hints-" + denial.id() + "-" + entry.getKey())
                            .withDenial(denial)
                            .withHints(entry.getValue())
                            .withMx("10 mx.every" + suffix + ".net")));
        }
    }

    private static String longSpf() {
        return IntStream.range(0, 30)
                .mapToObj(i -> "ip4:192.0.2." + i)
                .collect(Collectors.joining(" ", "v=spf1 ", " -all"));
    }

    private interface HostChange {
        HostSpec of(HostSpec host);
    }

    /// A host and a domain that has it as its one exchange.
    private void pair(String name, HostChange change) {
        String host = name + ".mx" + suffix + ".net";
        specs.add(domain(name).withMx("10 " + host));
        specs.add(change.of(HostSpec.of(host).withSigned(signed)));
    }

    private void smtp(String name, UnaryOperator<SmtpSpec> change) {
        pair(name, host -> host.withSmtp(change.apply(host.smtp())));
    }

    private DomainSpec domain(String name) {
        return DomainSpec.of(name + suffix + ".nl").withSigned(signed);
    }

    private DomainSpec served(String name, StsSpec sts) {
        return domain(name).withMx("10 mx.every" + suffix + ".net").withSts(sts);
    }

    private StsSpec sts(String mode) {
        return StsSpec.of("v=STSv1; id=1", policy(mode, "mx.every" + suffix + ".net"));
    }

    private static String policy(String mode, String pattern) {
        return "version: STSv1\nmode: " + mode + "\nmx: " + pattern + "\nmax_age: 86400\n";
    }
}
