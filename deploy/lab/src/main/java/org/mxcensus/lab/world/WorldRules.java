package org.mxcensus.lab.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What must hold within a line of a world, beyond its form.
final class WorldRules {

    private static final Pattern LOOPBACK =
            Pattern.compile("127\\.(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){2}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)|::1|auto");

    private WorldRules() {}

    /// An [IllegalArgumentException] says what is wrong.
    static void check(World world) {
        world.domains().forEach(WorldRules::check);
        world.hosts().forEach(WorldRules::check);
    }

    static void check(Spec spec) {
        switch (spec) {
            case ZoneSpec zone -> bogusOnlyWhereSigned(zone.name(), zone.dns(), zone.signed());
            case DomainSpec domain -> checkDomain(domain);
            case HostSpec host -> checkHost(host);
        }
    }

    private static void checkDomain(DomainSpec domain) {
        bogusOnlyWhereSigned(domain.name(), domain.dns(), domain.signed());
        domain.mx().forEach(MxSpec::parse);
        domain.sts().ifPresent(sts -> {
            bogusOnlyWhereSigned("the record _mta-sts." + domain.name(), sts.recordDns(), domain.signed());
            bogusOnlyWhereSigned("the policy host mta-sts." + domain.name(), sts.hostDns(), domain.signed());
            checkSts(domain.name(), sts);
        });
    }

    private static void checkSts(String name, StsSpec sts) {
        boolean byAddress = sts.behaviour() == PolicyBehaviour.REFUSED
                || sts.behaviour() == PolicyBehaviour.SILENT
                || sts.behaviour() == PolicyBehaviour.NO_ADDRESS;
        if (byAddress && sts.cname().isPresent()) {
            throw new IllegalArgumentException("the policy host of " + name + " cannot be "
                    + sts.behaviour().id() + " and an alias: its address is the alias's target's");
        }
        if (sts.policy().isEmpty()
                && sts.behaviour() == PolicyBehaviour.OK
                && !sts.records().isEmpty()) {
            throw new IllegalArgumentException("the policy host of " + name
                    + " has nothing to serve; add \"policy\", or a behaviour such as not-found");
        }
    }

    private static void checkHost(HostSpec host) {
        boolean signed = host.signed().orElse(true);
        bogusOnlyWhereSigned(host.name(), host.dns(), signed);
        bogusOnlyWhereSigned(host.name(), host.tlsaDns(), signed);
        boolean secondKey = host.smtp().tls().keyType() == KeyType.DUAL;
        if (!secondKey
                && host.tlsa().stream().anyMatch(tlsa -> tlsa.source().equals(Optional.of(TlsaData.OTHER_KEY)))) {
            throw new IllegalArgumentException(
                    host.name() + " has no second key for its TLSA record; add \"smtp\":{\"key_type\":\"dual\"}");
        }
        for (String address : host.addresses()) {
            // The lab's servers must not be seen from outside.
            if (!LOOPBACK.matcher(address).matches()) {
                throw new IllegalArgumentException("address " + address + " of " + host.name()
                        + " is not on loopback; use one of 127.0.0.0/8, ::1, or \"auto\"");
            }
        }
        checkSmtp(host.name(), host.smtp());
        // RFC 1034 §3.6.2: an alias has no other data.
        if (host.cname().isPresent() && !host.addresses().isEmpty()) {
            throw new IllegalArgumentException(
                    host.name() + " has both a cname and addresses; an alias has no addresses of its own");
        }
    }

    private static void checkSmtp(String name, SmtpSpec smtp) {
        List<Stage> stages = smtp.behaviour().stages();
        smtp.at().filter(stage -> !stages.contains(stage)).ifPresent(stage -> {
            throw new IllegalArgumentException("the mail server of " + name + " cannot be "
                    + smtp.behaviour().id() + " at " + stage.id()
                    + (stages.isEmpty()
                            ? "; leave out \"at\""
                            : "; \"at\" can be "
                                    + String.join(
                                            ", ", stages.stream().map(Stage::id).toList())));
        });
        boolean rsa = smtp.tls().keyType() == KeyType.RSA_2048
                || smtp.tls().keyType() == KeyType.RSA_1024
                || smtp.tls().keyType() == KeyType.DUAL;
        if (smtp.tls().support().needsRsa() && !rsa) {
            throw new IllegalArgumentException("the mail server of " + name + " cannot do TLS of kind "
                    + smtp.tls().support().id() + " with its key; add \"key_type\":\"rsa-2048\"");
        }
    }

    private static void bogusOnlyWhereSigned(String name, DnsBehaviour dns, boolean signed) {
        if (dns.isBogus() && !signed) {
            throw new IllegalArgumentException(name + " is " + dns.id()
                    + " but not signed; only signed data can be bogus, so add \"signed\":true");
        }
    }
}
