package org.mxcensus.lab.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Writes worlds as JSON Lines. What has its default is left out, so that a person can read a line.
public final class WorldWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WorldWriter() {}

    /// Writes the whole world; the same world gives the same bytes.
    public static void write(World world, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Spec spec : world.specs()) {
                out.write(line(spec));
                out.write('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the world to " + file, failure);
        }
    }

    /// One line, without its end.
    public static String line(Spec spec) {
        return switch (spec) {
            case ZoneSpec zone -> zone(zone).toString();
            case DomainSpec domain -> domain(domain).toString();
            case HostSpec host -> host(host).toString();
        };
    }

    private static ObjectNode zone(ZoneSpec zone) {
        ObjectNode node = JSON.createObjectNode().put("zone", zone.name()).put("signed", zone.signed());
        putUnless(node, "dns", zone.dns(), DnsBehaviour.OK);
        return node;
    }

    private static ObjectNode domain(DomainSpec domain) {
        ObjectNode node = JSON.createObjectNode().put("domain", domain.name());
        if (!domain.exists()) {
            node.put("exists", false);
        }
        if (domain.signed()) {
            node.put("signed", true);
        }
        putUnless(node, "dns", domain.dns(), DnsBehaviour.OK);
        putUnless(node, "denial", domain.denial(), Denial.NXDOMAIN);
        putList(node, "mx", domain.mx());
        putList(node, "txt", domain.txt());
        putOneOrList(node, "dmarc", domain.dmarc());
        putList(node, "ns", domain.ns());
        domain.sts().ifPresent(sts -> node.set("sts", sts(sts)));
        putOneOrList(node, "tlsrpt", domain.tlsrpt());
        putList(node, "hints", domain.hints().stream().sorted().map(Hint::id).collect(Collectors.toList()));
        return node;
    }

    private static ObjectNode sts(StsSpec sts) {
        ObjectNode node = JSON.createObjectNode();
        putOneOrList(node, "record", sts.records());
        sts.policy().ifPresent(policy -> node.put("policy", policy));
        node.put("behaviour", sts.behaviour().id());
        putUnless(node, "record_dns", sts.recordDns(), DnsBehaviour.OK);
        putUnless(node, "host_dns", sts.hostDns(), DnsBehaviour.OK);
        sts.cname().ifPresent(cname -> node.put("cname", cname));
        return node;
    }

    private static ObjectNode host(HostSpec host) {
        ObjectNode node = JSON.createObjectNode().put("host", host.name());
        host.signed().ifPresent(signed -> node.put("signed", signed));
        putUnless(node, "dns", host.dns(), DnsBehaviour.OK);
        putUnless(node, "tlsa_dns", host.tlsaDns(), DnsBehaviour.OK);
        if (host.cname().isEmpty() && !host.addresses().equals(List.of(HostSpec.AUTO))) {
            ArrayNode addresses = node.putArray("addresses");
            host.addresses().forEach(addresses::add);
        }
        host.cname().ifPresent(cname -> node.put("cname", cname));
        putList(node, "tlsa", host.tlsa().stream().map(TlsaSpec::toString).toList());
        if (!host.smtp().equals(SmtpSpec.DEFAULT)) {
            node.set("smtp", smtp(host.smtp()));
        }
        return node;
    }

    private static ObjectNode smtp(SmtpSpec smtp) {
        ObjectNode node =
                JSON.createObjectNode().put("behaviour", smtp.behaviour().id());
        SmtpSpec usual = SmtpSpec.DEFAULT;
        smtp.at().ifPresent(stage -> node.put("at", stage.id()));
        putUnless(node, "alert", smtp.alert(), usual.alert());
        putUnless(node, "speech", smtp.speech(), usual.speech());
        putUnless(node, "offer", smtp.offer(), usual.offer());
        smtp.limit().ifPresent(limit -> node.put("limit", limit.toString()));
        putUnless(node, "cert", smtp.tls().cert(), usual.tls().cert());
        putUnless(node, "key_type", smtp.tls().keyType(), usual.tls().keyType());
        if (smtp.tls().number() != 0) {
            node.put("key", smtp.tls().number());
        }
        putUnless(node, "tls", smtp.tls().support(), usual.tls().support());
        putUnless(node, "group", smtp.tls().group(), usual.tls().group());
        return node;
    }

    private static void putUnless(ObjectNode node, String field, Fixture value, Fixture usual) {
        if (!value.equals(usual)) {
            node.put(field, value.id());
        }
    }

    private static void putList(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(field);
            values.forEach(array::add);
        }
    }

    private static void putOneOrList(ObjectNode node, String field, List<String> values) {
        if (values.size() == 1) {
            node.put(field, values.getFirst());
        } else {
            putList(node, field, values);
        }
    }
}
