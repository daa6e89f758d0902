package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Spec;

/// The mail hosts of [EveryCause]: of each kind a few, all with a mistake of one sort or with none.
final class CauseHosts {

    /// Who waits for an answer that never comes keeps a crawl waiting too, so there are few of them.
    private static final int COPIES = 12;
    private static final int COPIES_THAT_TAKE_TIME = 3;

    /// Where a server without STARTTLS greets that other names share.
    private static final String PLAIN_ADDRESS = "127.9.50.1";

    private static final SmtpSpec DUAL = SmtpSpec.DEFAULT.withKeyType(KeyType.DUAL);

    /// Changes a host in both months, or in the second only.
    private record Kind(UnaryOperator<HostSpec> before, UnaryOperator<HostSpec> now, boolean signed, int copies) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    CauseHosts() {
        digests();
        authorities();
        keys();
        rollOvers();
        servers();
        names();
    }

    /// In a word, as part of the hosts' names.
    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /// The name of a host of a kind.
    ///
    /// @param turn which of them
    String host(String kind, int turn) {
        int copies = Objects.requireNonNull(kinds.get(kind), kind).copies();
        return "mx" + Math.floorMod(turn, copies) + '.' + kind + ".net";
    }

    /// Whether it is another one now than before.
    boolean changes(String host) {
        return kinds.entrySet().stream()
                .anyMatch(entry -> host.endsWith('.' + entry.getKey() + ".net")
                        && entry.getValue().before() != entry.getValue().now());
    }

    List<Spec> specs(boolean now) {
        List<Spec> specs = new ArrayList<>();
        specs.add(HostSpec.of("plain.shared.net")
                .withSigned(true)
                .withAddresses(PLAIN_ADDRESS)
                .withSmtp(SmtpBehaviour.PLAIN));
        kinds.forEach((name, kind) -> {
            for (int turn = 0; turn < kind.copies(); turn++) {
                HostSpec host = HostSpec.of(host(name, turn)).withSigned(kind.signed());
                specs.add((now ? kind.now() : kind.before()).apply(host));
            }
        });
        return specs;
    }

    private void digests() {
        tlsa("ee-key", "3 1 1 auto");
        tlsa("ee-certificate", "3 0 2 auto");
        tlsa("ee-full", "3 1 0 auto");
        tlsa("two-usages", "3 1 1 auto", "2 1 1 auto");
        tlsa("no-match-below", "2 1 1 " + "fedcba9876543210".repeat(4));
        tlsa("no-match", "3 1 1 " + "0123456789abcdef".repeat(4));
        tlsa("shadowed", "3 1 1 auto", "3 1 2 previous");
        tlsa("other-selector", "3 1 1 other-selector");
        tlsa("key-as-certificate", "3 0 1 other-selector");
        tlsa("empty", "3 1 1 empty");
        tlsa("pem", "3 0 1 pem");
        tlsa("typo", "3 1 1 typo");
        tlsa("typo-sha512", "3 1 2 typo");
        tlsa("other-matching", "3 1 2 other-matching");
        tlsa("other-matching-and-no-match", "3 1 1 other-matching", "3 0 1 typo");
        tlsa("pkix", "1 1 1 auto");
        tlsa("cut", "3 1 1 cut");
        tlsa("unknown-parameters", "9 9 9 00");
        tlsa("leaf-as-authority", "2 1 1 leaf");
        tlsa("authority-as-leaf", "3 1 1 issuer");
    }

    private void authorities() {
        authority("ta-key", CertificateKind.CA_SIGNED, "2 1 1 auto");
        authority("ta-full", CertificateKind.CA_SIGNED_NO_CHAIN, "2 0 0 auto");
        authority("ta-stranger", CertificateKind.UNKNOWN_CA, "2 0 1 auto");
        authority("ta-root", CertificateKind.WITH_ROOT, "2 0 1 root");
        authority("ta-not-sent", CertificateKind.CA_SIGNED_NO_CHAIN, "2 1 1 auto");
        authority("ta-root-not-sent", CertificateKind.CA_SIGNED, "2 1 1 root");
        authority("ta-retired", CertificateKind.CA_SIGNED, "2 1 1 retired-ca");
        authority("ta-missing-link", CertificateKind.MISSING_LINK, "2 1 1 auto");
        authority("ta-expired", CertificateKind.EXPIRED, "2 1 1 auto");
        authority("ta-not-yet-valid", CertificateKind.NOT_YET_VALID, "2 1 1 auto");
        authority("ta-expired-issuer", CertificateKind.EXPIRED_ISSUER, "2 1 1 auto");
        authority("ta-wrong-name", CertificateKind.WRONG_NAME, "2 1 1 auto");
        authority("ee-self-signed", CertificateKind.SELF_SIGNED, "3 1 1 auto");
        authority("ee-expired", CertificateKind.EXPIRED, "3 0 1 auto");
    }

    private void keys() {
        both("two-keys", host -> host.withSmtp(DUAL).withTlsa("3 1 1 auto", "3 1 1 other-key"));
        both("one-of-two-keys", host -> host.withSmtp(DUAL).withTlsa("3 1 1 auto"));
        both("other-key", host -> host.withSmtp(DUAL).withTlsa("3 1 1 other-key"));
    }

    private void rollOvers() {
        UnaryOperator<HostSpec> right = host -> host.withTlsa("3 1 1 auto");
        UnaryOperator<HostSpec> renewed = host -> host.withSmtp(SmtpSpec.DEFAULT.withKey(1));
        kind("rollover-late", right, host -> renewed.apply(host).withTlsa("3 1 1 previous"), true);
        kind("rollover-early", right, host -> host.withTlsa("3 1 1 next"), true);
        kind("rollover-done", right, host -> renewed.apply(host).withTlsa("3 1 1 auto"), true);
        kind("rollover-on", right, host -> renewed.apply(host).withTlsa("3 1 1 previous", "3 1 1 auto"), true);
        tlsa("neglected", "3 1 1 previous");
    }

    private void servers() {
        both("without", host -> host);
        both("without-self-signed", host -> host.withSmtp(SmtpSpec.DEFAULT.withCert(CertificateKind.SELF_SIGNED)));
        both("without-plain", host -> host.withSmtp(SmtpBehaviour.PLAIN));
        for (SmtpBehaviour behaviour : List.of(
                SmtpBehaviour.PLAIN,
                SmtpBehaviour.STARTTLS_REFUSED,
                SmtpBehaviour.STARTTLS_REFUSED_TEMPORARY,
                SmtpBehaviour.HANDSHAKE_FAILED,
                SmtpBehaviour.HANDSHAKE_GARBAGE,
                SmtpBehaviour.REFUSED,
                SmtpBehaviour.BLOCKED,
                SmtpBehaviour.NO_SERVICE)) {
            both("smtp-" + behaviour.id(), host -> host.withSmtp(behaviour).withTlsa("3 1 1 auto"));
        }
        both(
                "one-address-plain",
                host -> host.withAddresses("auto", PLAIN_ADDRESS).withTlsa("3 1 1 auto"));
        both("cut-and-plain", host -> host.withSmtp(SmtpBehaviour.PLAIN).withTlsa("3 1 1 cut"));
    }

    private void names() {
        for (DnsBehaviour dns : DnsBehaviour.values()) {
            if (dns != DnsBehaviour.OK) {
                UnaryOperator<HostSpec> change = host -> host.withTlsaDns(dns).withTlsa("3 1 1 auto");
                int copies = dns == DnsBehaviour.TIMEOUT ? COPIES_THAT_TAKE_TIME : COPIES;
                kinds.put("tlsa-" + dns.id(), new Kind(change, change, true, copies));
            }
        }
        both("host-servfail", host -> host.withDns(DnsBehaviour.SERVFAIL).withTlsa("3 1 1 auto"));
        UnaryOperator<HostSpec> insecure = host -> host.withTlsa("3 1 1 auto");
        kind("insecure-tlsa", insecure, insecure, false);
        kind("insecure", UnaryOperator.identity(), UnaryOperator.identity(), false);
    }

    private void tlsa(String name, String... records) {
        both(name, host -> host.withTlsa(records));
    }

    private void authority(String name, CertificateKind cert, String record) {
        both(name, host -> host.withSmtp(SmtpSpec.DEFAULT.withCert(cert)).withTlsa(record));
    }

    private void both(String name, UnaryOperator<HostSpec> change) {
        kind(name, change, change, true);
    }

    private void kind(String name, UnaryOperator<HostSpec> before, UnaryOperator<HostSpec> now, boolean signed) {
        kinds.put(name, new Kind(before, now, signed, COPIES));
    }
}
