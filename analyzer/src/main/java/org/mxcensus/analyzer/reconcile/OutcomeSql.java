package org.mxcensus.analyzer.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What rules make of a domain, in SQL: over a domain of `alike_domains` and over its MX hosts (`outcomes.sql`).
///
/// @param rules a column for each, `outcome_0` and so on
record OutcomeSql(List<Rules> rules) {

    /// Whether a domain names MX hosts.
    static final String NAMES_MX = """
            CASE WHEN mail IS NULL OR mx_status = 'UNMEASURED' THEN 'UNMEASURED' \
            WHEN mx_status IN ('HOSTS', 'NULL_MX_MIXED') THEN 'YES' ELSE 'NO' END""";

    /// What is asked of the MX hosts.
    private record Asked(Hosts hosts, Check check, Names names) {
        static Asked of(Rules rules) {
            return new Asked(rules.hosts(), rules.check(), rules.names());
        }
    }

    /// Both, by the three-valued logic of Kleene.
    static String and(String one, String other) {
        return """
                CASE WHEN (%1$s) = 'NO' OR (%2$s) = 'NO' THEN 'NO' \
                WHEN (%1$s) = 'YES' AND (%2$s) = 'YES' THEN 'YES' ELSE 'UNMEASURED' END""".formatted(one, other);
    }

    /// For each thing that the rules ask of MX hosts a column over all hosts of a domain, `finding_0` and so on.
    String findings() {
        List<Asked> asked = asked();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> ",\n    %s AS finding_%d".formatted(finding(asked.get(i)), i))
                .collect(Collectors.joining());
    }

    /// The columns of outcomes.
    String outcomes() {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> "%s AS outcome_%d".formatted(outcome(rules.get(i)), i))
                .collect(Collectors.joining(",\n    "));
    }

    private List<Asked> asked() {
        return rules.stream()
                .filter(one -> one.check().isOfHosts())
                .map(Asked::of)
                .distinct()
                .toList();
    }

    /// A host of which it is not known whether it must pass may pass, and decides nothing by failing.
    private static String finding(Asked asked) {
        Hosts hosts = asked.hosts();
        String told = """
                CASE WHEN %1$s = 'NO' THEN NULL WHEN %1$s = 'YES' OR (%2$s) = 'YES' THEN (%2$s) \
                ELSE 'UNMEASURED' END""".formatted(hosts.among(), asked.check().finding(asked.names(), hosts.over()));
        return """
                CASE WHEN count(%1$s) > 0 THEN
                        CASE WHEN bool_or((%1$s) = 'NO') THEN 'NO' WHEN bool_and((%1$s) = 'YES') THEN 'YES'
                        ELSE 'UNMEASURED' END
                    WHEN bool_or((%2$s) <> 'NO' AND %3$s) THEN 'UNMEASURED' ELSE 'NO' END""".formatted(told, asked.check().finding(asked.names(), Hosts.WHOLE), hosts.eligible());
    }

    private String outcome(Rules one) {
        return "CASE (%s) WHEN 'YES' THEN (%s) WHEN 'NO' THEN 'NOT_COUNTED' ELSE 'UNMEASURED' END"
                .formatted(one.population().counted(), passes(one));
    }

    private String passes(Rules one) {
        if (!one.check().isOfHosts()) {
            return "CASE WHEN signed IS NULL THEN 'UNMEASURED' WHEN signed THEN 'YES' ELSE 'NO' END";
        }
        // No host at all: nothing that could pass.
        String hosts = "coalesce(finding_%d, 'NO')".formatted(asked().indexOf(Asked.of(one)));
        return "CASE mail WHEN 'YES' THEN (%s) WHEN 'NO' THEN 'NO' ELSE 'UNMEASURED' END"
                .formatted(one.mxAnswer() == MxAnswer.SECURE ? and(hosts, "dnssec") : hosts);
    }
}
