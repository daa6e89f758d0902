package org.mxcensus.lab.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// The policies of [EveryCause]: what a domain publishes for MTA-STS, with a mistake of one sort or with none.
final class CausePolicies {

    private static final String RECORD = "v=STSv1; id=20260101";

    /// What a domain with these MX hosts publishes.
    private interface Kind {
        StsSpec of(List<String> hosts);
    }

    private record Months(Kind before, Kind now, boolean signedOnly) {}

    private final Map<String, Months> kinds = new LinkedHashMap<>();

    CausePolicies() {
        right();
        records();
        policyHosts();
        texts();
        changes();
    }

    /// @param signed whether it is for a domain in a signed zone
    List<String> kinds(boolean signed) {
        return kinds.entrySet().stream()
                .filter(entry -> signed || !entry.getValue().signedOnly())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean changes(String kind) {
        Months months = kinds.get(kind);
        return months != null && months.before() != months.now();
    }

    StsSpec sts(String kind, List<String> hosts, boolean now) {
        Months months = Objects.requireNonNull(kinds.get(kind), kind);
        return (now ? months.now() : months.before()).of(hosts);
    }

    private void right() {
        both("enforce", hosts -> policy("enforce", hosts));
        both("testing", hosts -> policy("testing", hosts));
        both("none", hosts -> policy("none", hosts));
        both(
                "wildcard",
                hosts -> policy(
                        "enforce",
                        hosts.stream()
                                .map(host -> "*" + host.substring(host.indexOf('.')))
                                .toList()));
        text("line-ends", text -> text.replace("\n", "\r\n"));
        text("extension", text -> text + "x_note: nothing\n");
        behaving(PolicyBehaviour.WRONG_MEDIA_TYPE);
        behaving(PolicyBehaviour.OVERSIZED);
    }

    private void records() {
        both("records-two", hosts -> policy("enforce", hosts).withRecords("v=STSv1; id=1", "v=STSv1; id=2"));
        both("record-malformed", hosts -> policy("enforce", hosts).withRecords("v=STSv1; id=not allowed"));
        both("record-servfail", hosts -> policy("enforce", hosts).withRecordDns(DnsBehaviour.SERVFAIL));
        both("other-text", hosts -> policy("enforce", hosts).withRecords(RECORD, "some other text"));
    }

    private void policyHosts() {
        for (PolicyBehaviour behaviour : List.of(
                PolicyBehaviour.WRONG_CERTIFICATE,
                PolicyBehaviour.EXPIRED_CERTIFICATE,
                PolicyBehaviour.SELF_SIGNED,
                PolicyBehaviour.UNKNOWN_CA,
                PolicyBehaviour.NO_CHAIN,
                PolicyBehaviour.NO_SAN,
                PolicyBehaviour.HANDSHAKE_FAILED,
                PolicyBehaviour.NOT_HTTP,
                PolicyBehaviour.NOT_FOUND,
                PolicyBehaviour.REDIRECT,
                PolicyBehaviour.SERVER_ERROR,
                PolicyBehaviour.NO_ADDRESS,
                PolicyBehaviour.REFUSED)) {
            behaving(behaviour);
        }
        both("host-servfail", hosts -> policy("enforce", hosts).withHostDns(DnsBehaviour.SERVFAIL));
        Kind bogus = hosts -> policy("enforce", hosts).withHostDns(DnsBehaviour.BOGUS);
        kinds.put("host-bogus", new Months(bogus, bogus, true));
    }

    private void texts() {
        text("version-missing", text -> text.replace("version: STSv1\n", ""));
        text("version-wrong", text -> text.replace("STSv1", "STSv2"));
        text("mode-wrong", text -> text.replace("enforce", "force"));
        text("mode-missing", text -> text.replace("mode: enforce\n", ""));
        text("age-wrong", text -> text.replace("86400", "a day"));
        text("age-too-long", text -> text.replace("86400", "31557601"));
        text("mx-wrong", text -> text + "mx: *mail.example\n");
        text("mx-missing", text -> text.replaceAll("mx: .*\n", ""));
        text("line-wrong", text -> text + "this is no field\n");
        text("lines-wrong", text -> text.replace("enforce", "yes").replace("86400", "long") + "mx: a..b\n");
        text("web-page", _ -> "<html>\n<body>It works!</body>\n</html>\n");
        both("mx-not-covered", _ -> policy("enforce", List.of("elsewhere.example")));
    }

    /// What only a sender or a judge can tell that knows the month before.
    private void changes() {
        months("id-unchanged", hosts -> policy("testing", hosts), hosts -> policy("enforce", hosts));
        months("id-unchanged-mx", _ -> policy("enforce", List.of("old.example")), hosts -> policy("enforce", hosts));
        months(
                "id-changed",
                hosts -> policy("testing", hosts),
                hosts -> policy("enforce", hosts).withRecords("v=STSv1; id=20260201"));
        months(
                "gone-since",
                hosts -> policy("enforce", hosts),
                hosts -> policy("enforce", hosts).withBehaviour(PolicyBehaviour.NOT_FOUND));
        months(
                "gone-and-not-kept",
                hosts -> StsSpec.of(RECORD, text("enforce", hosts).replace("86400", "0")),
                hosts -> policy("enforce", hosts).withBehaviour(PolicyBehaviour.NOT_FOUND));
        months(
                "not-covered-since",
                _ -> policy("enforce", List.of("old.example")),
                hosts -> policy("enforce", hosts).withBehaviour(PolicyBehaviour.SERVER_ERROR));
    }

    private void behaving(PolicyBehaviour behaviour) {
        both(behaviour.id(), hosts -> policy("enforce", hosts).withBehaviour(behaviour));
    }

    private void text(String name, UnaryOperator<String> change) {
        both(name, hosts -> StsSpec.of(RECORD, change.apply(text("enforce", hosts))));
    }

    private void both(String name, Kind kind) {
        months(name, kind, kind);
    }

    private void months(String name, Kind before, Kind now) {
        kinds.put(name, new Months(before, now, false));
    }

    private static StsSpec policy(String mode, List<String> patterns) {
        return StsSpec.of(RECORD, text(mode, patterns));
    }

    private static String text(String mode, List<String> patterns) {
        return "version: STSv1\nmode: " + mode + "\nmax_age: 86400\n"
                + patterns.stream().map(pattern -> "mx: " + pattern + "\n").collect(Collectors.joining());
    }
}
