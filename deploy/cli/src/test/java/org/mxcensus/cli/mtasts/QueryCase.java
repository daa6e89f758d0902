package org.mxcensus.cli.mtasts;

import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// What a domain publishes, and what a sender is to make of it: `NONE`, `FETCH_ERROR` or `VALID` with mode and id.
///
/// @param verdict by RFC 8461
/// @param theirs what the tool says
/// @param because where they differ, the section that decides and how the tool strays from it
record QueryCase(
        String title,
        List<String> records,
        Optional<String> policy,
        PolicyBehaviour behaviour,
        String verdict,
        String theirs,
        String because) {

    static final String MX = "mx.mailhost.net";
    static final String GOOD = "version: STSv1\nmode: enforce\nmx: " + MX + "\nmax_age: 86400\n";

    private static final String RECORD = "v=STSv1; id=1;";
    private static final String VALID = "VALID enforce 1";

    /// A record, with a policy that is good.
    static QueryCase ofRecord(String verdict, String... records) {
        return new QueryCase(
                String.join(" + ", records),
                List.of(records),
                Optional.of(GOOD),
                PolicyBehaviour.OK,
                verdict,
                verdict,
                "");
    }

    /// A policy, under a record that is good.
    static QueryCase ofPolicy(String verdict, String title, String policy) {
        return new QueryCase(title, List.of(RECORD), Optional.of(policy), PolicyBehaviour.OK, verdict, verdict, "");
    }

    /// The good policy with one line in place of another.
    static QueryCase ofLine(String verdict, String line, String instead) {
        if (!GOOD.contains(line)) {
            throw new IllegalArgumentException("not in the policy: " + line);
        }
        return ofPolicy(verdict, instead.isEmpty() ? "no " + line : instead, GOOD.replace(line, instead));
    }

    /// The good policy with lines after it.
    static QueryCase andThen(String verdict, String more) {
        return ofPolicy(verdict, "and then " + more, GOOD + more);
    }

    static QueryCase ofBehaviour(PolicyBehaviour behaviour) {
        String verdict = switch (behaviour) {
            // RFC 8461 §3.2 and §3.3: media type and length are a SHOULD and a MAY.
            case OK, WRONG_MEDIA_TYPE, OVERSIZED -> VALID;
            case WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    UNKNOWN_CA,
                    NO_CHAIN,
                    NO_SAN,
                    HANDSHAKE_FAILED,
                    NOT_HTTP,
                    NOT_FOUND,
                    REDIRECT,
                    SERVER_ERROR,
                    BAD_SYNTAX,
                    NO_ADDRESS,
                    REFUSED,
                    SILENT -> "FETCH_ERROR";
        };
        Optional<String> policy = behaviour == PolicyBehaviour.BAD_SYNTAX ? Optional.empty() : Optional.of(GOOD);
        return new QueryCase(behaviour.toString(), List.of(RECORD), policy, behaviour, verdict, verdict, "");
    }

    QueryCase butTheySay(String other, String why) {
        return new QueryCase(title, records, policy, behaviour, verdict, other, why);
    }

    DomainSpec domain(String name) {
        return DomainSpec.of(name).withMx("10 " + MX).withSts(StsSpec.of(records, policy, behaviour));
    }

    @Override
    public String toString() {
        return title.replace("\r", "␍").replace("\n", "␊");
    }
}
