package org.mxcensus.lab.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every word that a world file can use, for people and for tests that walk through them all.
public final class Fixtures {

    private Fixtures() {}

    /// The fixtures by the field of the world file that names them, in the file's order.
    public static Map<String, List<Fixture>> byField() {
        Map<String, List<Fixture>> fields = new LinkedHashMap<>();
        fields.put(
                "dns (zone, domain, host), tlsa_dns (host), sts.record_dns and sts.host_dns (domain)",
                List.of(DnsBehaviour.values()));
        fields.put("sts.behaviour (domain)", List.of(PolicyBehaviour.values()));
        fields.put("denial (domain)", List.of(Denial.values()));
        fields.put("hints (domain)", List.of(Hint.values()));
        fields.put("tlsa (host), as \"3 1 1 auto\"", List.of(TlsaData.values()));
        fields.put("smtp.behaviour (host)", List.of(SmtpBehaviour.values()));
        fields.put("smtp.at (host)", List.of(Stage.values()));
        fields.put("smtp.alert (host)", List.of(Alert.values()));
        fields.put("smtp.speech (host)", List.of(Speech.values()));
        fields.put("smtp.offer (host)", List.of(Offer.values()));
        fields.put("smtp.cert (host)", List.of(CertificateKind.values()));
        fields.put("smtp.key_type (host)", List.of(KeyType.values()));
        fields.put("smtp.tls (host)", List.of(TlsSupport.values()));
        fields.put("smtp.group (host)", List.of(TlsGroup.values()));
        return fields;
    }

    /// The list that `mxcensus lab --list` prints: a heading a field, a line a fixture.
    public static String list() {
        StringBuilder text = new StringBuilder();
        byField().forEach((field, fixtures) -> {
            text.append(field).append('\n');
            fixtures.forEach(fixture -> text.append(String.format("  %-28s %s%n", fixture.id(), fixture.describe())));
        });
        text.append("smtp.limit (host)\n");
        text.append(String.format("  %-28s %s%n", "2 at once", "421 to who comes while so many are connected."));
        text.append(String.format("  %-28s %s%n", "5 a second", "421 to who comes after so many within a second."));
        text.append("tlsa (host)\n");
        text.append(String.format("  %-28s %s%n", "<hexadecimal>", "In place of the word: this data as it is."));
        return text.toString();
    }
}
