package org.mxcensus.lab.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mxcensus.datasets.store.UserError;

/// Reads worlds from JSON Lines: an object a line; empty lines and lines that begin with `#` are passed over.
public final class WorldReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private WorldReader() {}

    /// Reads a file; a [UserError] says file, line, what is wrong and what to do.
    public static World read(Path file) {
        List<Spec> specs = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    specs.add(spec(line, file, number));
                }
            }
        } catch (IOException failure) {
            throw new UserError("The world file " + file + " cannot be read (" + UserError.why(failure)
                    + "): give another, of UTF-8 text.");
        }
        try {
            return World.of(specs);
        } catch (IllegalArgumentException contradiction) {
            throw new UserError("The world file " + file + " contradicts itself: " + contradiction.getMessage() + ".");
        }
    }

    private static Spec spec(String line, Path file, int number) {
        try {
            Spec spec = spec(JSON.readTree(line));
            WorldRules.check(spec);
            return spec;
        } catch (JsonProcessingException failure) {
            throw new UserError("The world file " + file + ", line " + number + ", is not one JSON object ("
                    + failure.getOriginalMessage() + "): write one { … } a line.");
        } catch (IllegalArgumentException failure) {
            throw new UserError("The world file " + file + ", line " + number + ": " + failure.getMessage() + ".");
        }
    }

    private static Spec spec(JsonNode node) {
        Fields fields = new Fields(node, "a line");
        if (fields.has("zone")) {
            return zone(new Fields(node, "zone"));
        }
        if (fields.has("domain")) {
            return domain(new Fields(node, "domain"));
        }
        if (fields.has("host")) {
            return host(new Fields(node, "host"));
        }
        throw new IllegalArgumentException(
                "a line describes a \"zone\", a \"domain\" or a \"host\", and this one none");
    }

    private static ZoneSpec zone(Fields fields) {
        ZoneSpec zone = new ZoneSpec(
                fields.text("zone"),
                fields.flag("signed", true),
                fields.fixture("dns", DnsBehaviour.values(), DnsBehaviour.OK));
        fields.done();
        return zone;
    }

    private static DomainSpec domain(Fields fields) {
        DomainSpec domain = new DomainSpec(
                fields.text("domain"),
                fields.flag("exists", true),
                fields.flag("signed", false),
                fields.fixture("dns", DnsBehaviour.values(), DnsBehaviour.OK),
                fields.fixture("denial", Denial.values(), Denial.NXDOMAIN),
                fields.texts("mx"),
                fields.texts("txt"),
                fields.texts("dmarc"),
                fields.texts("ns"),
                fields.object("sts").map(WorldReader::sts),
                fields.texts("tlsrpt"),
                hints(fields));
        fields.done();
        return domain;
    }

    private static Set<Hint> hints(Fields fields) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        fields.texts("hints").forEach(id -> hints.add(fields.named("hints", Hint.values(), id)));
        return hints;
    }

    private static StsSpec sts(Fields fields) {
        StsSpec sts = new StsSpec(
                fields.texts("record"),
                fields.optionalText("policy"),
                fields.fixture("behaviour", PolicyBehaviour.values(), PolicyBehaviour.OK),
                fields.fixture("record_dns", DnsBehaviour.values(), DnsBehaviour.OK),
                fields.fixture("host_dns", DnsBehaviour.values(), DnsBehaviour.OK),
                fields.optionalText("cname"));
        fields.done();
        return sts;
    }

    private static HostSpec host(Fields fields) {
        boolean chosen = fields.has("addresses") || fields.has("cname");
        List<String> addresses = fields.texts("addresses");
        HostSpec host = new HostSpec(
                fields.text("host"),
                fields.optionalFlag("signed"),
                fields.fixture("dns", DnsBehaviour.values(), DnsBehaviour.OK),
                fields.fixture("tlsa_dns", DnsBehaviour.values(), DnsBehaviour.OK),
                chosen ? addresses : List.of(HostSpec.AUTO),
                fields.optionalText("cname"),
                fields.texts("tlsa").stream().map(TlsaSpec::parse).toList(),
                fields.object("smtp").map(WorldReader::smtp).orElse(SmtpSpec.DEFAULT));
        fields.done();
        return host;
    }

    private static SmtpSpec smtp(Fields fields) {
        SmtpSpec usual = SmtpSpec.DEFAULT;
        TlsSpec tls = usual.tls();
        SmtpSpec smtp = new SmtpSpec(
                fields.fixture("behaviour", SmtpBehaviour.values(), usual.behaviour()),
                fields.optionalFixture("at", Stage.values()),
                fields.fixture("alert", Alert.values(), usual.alert()),
                fields.fixture("speech", Speech.values(), usual.speech()),
                fields.fixture("offer", Offer.values(), usual.offer()),
                fields.optionalText("limit").map(Limit::parse),
                new TlsSpec(
                        fields.fixture("cert", CertificateKind.values(), tls.cert()),
                        fields.fixture("key_type", KeyType.values(), tls.keyType()),
                        fields.number("key", tls.number()),
                        fields.fixture("tls", TlsSupport.values(), tls.support()),
                        fields.fixture("group", TlsGroup.values(), tls.group())));
        fields.done();
        return smtp;
    }
}
