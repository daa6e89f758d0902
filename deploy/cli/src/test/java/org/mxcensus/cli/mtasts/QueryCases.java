package org.mxcensus.cli.mtasts;

import static org.mxcensus.cli.mtasts.QueryCase.GOOD;
import static org.mxcensus.cli.mtasts.QueryCase.andThen;
import static org.mxcensus.cli.mtasts.QueryCase.ofBehaviour;
import static org.mxcensus.cli.mtasts.QueryCase.ofLine;
import static org.mxcensus.cli.mtasts.QueryCase.ofPolicy;
import static org.mxcensus.cli.mtasts.QueryCase.ofRecord;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.lab.world.PolicyBehaviour;

/// The cases, by what they try.
final class QueryCases {
    private static final String VALID = "VALID enforce 1";
    private static final String NONE = "NONE";
    private static final String ERROR = "FETCH_ERROR";

    private static final String ID = "RFC 8461 §3.1: an id is 1 to 32 letters and digits; they do not look";
    private static final String FIELDS =
            "RFC 8461 §3.1: the record must be valid as a whole; they skip what is no field";
    private static final String PREFIX = "RFC 8461 §3.1: what does not begin with \"v=STSv1;\" is discarded before"
            + " records are counted; they look for \"v=STSv1\"";
    private static final String FIRST =
            "RFC 8461 §3.2: of a repeated field all but the first are ignored; theirs is the last";
    private static final String MX = "RFC 8461 §3.2: an mx is a domain, perhaps below \"*.\"; they do not look";
    private static final String LINES = "RFC 8461 §3.2: every line is a field; they skip what is none";
    private static final String AGE = "RFC 8461 §3.2: max_age is one to ten digits; theirs is whatever Python reads";
    private static final String TERMINATOR = "RFC 8461 §3.2: lines end with LF or CRLF; theirs as in Python";

    private QueryCases() {}

    static List<QueryCase> all() {
        return Stream.of(records(), strayRecords(), policies(), badPolicies(), strayPolicies(), hosts())
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<QueryCase> records() {
        return Stream.of(
                ofRecord(VALID, "v=STSv1; id=1;"),
                ofRecord(VALID, "v=STSv1; id=1"),
                ofRecord(VALID, "v=STSv1;id=1"),
                ofRecord(VALID, "v=STSv1 ;  id=1  ;"),
                ofRecord(VALID, "v=STSv1; x=1; id=1; y=2"),
                ofRecord(VALID, "v=STSv1; id=1", "v=spf1 -all"),
                ofRecord(
                        "VALID enforce abcdefghijklmnopqrstuvwxyz012345",
                        "v=STSv1; id=abcdefghijklmnopqrstuvwxyz012345"),
                ofRecord(NONE),
                ofRecord(NONE, "v=STSv1; id=1", "v=STSv1; id=2"),
                ofRecord(NONE, "v=STSv1; id=1", "v=STSv1; nonsense"),
                ofRecord(NONE, "v=STSv1;"),
                ofRecord(NONE, "v=STSv1"),
                ofRecord(NONE, "v=STSv1 id=1"),
                ofRecord(NONE, "v=STSv2; id=1"),
                ofRecord(NONE, "v=STSv11; id=1"),
                ofRecord(NONE, "v=stsv1; id=1"),
                ofRecord(NONE, " v=STSv1; id=1"),
                ofRecord(NONE, "id=1; v=STSv1"),
                ofRecord(NONE, "v=STSv1; ID=1"),
                ofRecord(NONE, "v=STSv1; id = 1"));
    }

    private static Stream<QueryCase> strayRecords() {
        String long33 = "abcdefghijklmnopqrstuvwxyz0123456";
        return Stream.of(
                ofRecord(NONE, "v=STSv1; id=").butTheySay("VALID enforce ", ID),
                ofRecord(NONE, "v=STSv1; id=2024-01-01").butTheySay("VALID enforce 2024-01-01", ID),
                ofRecord(NONE, "v=STSv1; id=" + long33).butTheySay("VALID enforce " + long33, ID),
                ofRecord(NONE, "v=STSv1; id=1; nonsense").butTheySay(VALID, FIELDS),
                ofRecord(NONE, "v=STSv1;; id=1").butTheySay(VALID, FIELDS),
                ofRecord(NONE, "v=STSv1; id=1; x=a b").butTheySay(VALID, FIELDS),
                ofRecord(VALID, "v=STSv1; id=1; id=2").butTheySay("VALID enforce 2", FIRST),
                ofRecord(VALID, "v=STSv1; id=1", "v=STSv11; id=2").butTheySay(NONE, PREFIX),
                ofRecord("VALID enforce 2", "v=STSv1 ; id=1", "v=STSv1; id=2").butTheySay(NONE, PREFIX));
    }

    private static Stream<QueryCase> policies() {
        return Stream.of(
                ofPolicy(VALID, "CRLF", GOOD.replace("\n", "\r\n")),
                ofPolicy(
                        VALID,
                        "LF and CRLF, no last one",
                        GOOD.replaceFirst("\n", "\r\n").stripTrailing()),
                ofPolicy(
                        VALID,
                        "any order",
                        "max_age: 1\nmx: a.example\nmx: *.b.example\nmode: enforce\nversion: STSv1"),
                ofLine("VALID testing 1", "mode: enforce", "mode: testing"),
                ofLine("VALID none 1", "mode: enforce", "mode: none"),
                ofPolicy("VALID none 1", "none without mx", "version: STSv1\nmode: none\nmax_age: 86400\n"),
                ofLine(VALID, "mode: enforce", "mode: enforce \t "),
                ofLine(VALID, "mode: enforce", "mode:\tenforce"),
                ofLine(VALID, "mode: enforce", "mode:enforce"),
                ofLine(VALID, "max_age: 86400", "max_age: 0"),
                ofLine(VALID, "max_age: 86400", "max_age: 31557600"),
                andThen(VALID, "x-y.z_1: anything at all: here"),
                andThen(VALID, "Mode: none\n"),
                andThen(VALID, "mode: enforce\n"),
                andThen(VALID, "\n\n"));
    }

    private static Stream<QueryCase> badPolicies() {
        return Stream.of(
                ofPolicy(ERROR, "nothing", ""),
                ofLine(ERROR, "version: STSv1\n", ""),
                ofLine(ERROR, "version: STSv1", "version: STSv2"),
                ofLine(ERROR, "version: STSv1", "version: stsv1"),
                ofLine(ERROR, "mode: enforce\n", ""),
                ofLine(ERROR, "mode: enforce", "mode: Enforce"),
                ofLine(ERROR, "mode: enforce", "Mode: enforce"),
                ofLine(ERROR, "mode: enforce", " mode: enforce"),
                ofLine(ERROR, "mode: enforce", "mode : enforce"),
                ofLine(ERROR, "mode: enforce", "mode:"),
                ofLine(ERROR, "mx: " + QueryCase.MX + "\n", ""),
                ofLine(ERROR, "max_age: 86400\n", ""),
                ofLine(ERROR, "max_age: 86400", "max_age: 31557601"),
                ofLine(ERROR, "max_age: 86400", "max_age: -1"),
                ofLine(ERROR, "max_age: 86400", "max_age: 1d"),
                ofLine(ERROR, "max_age: 86400", "max-age: 86400"),
                ofPolicy(ERROR, "a byte order mark", "\uFEFF" + GOOD));
    }

    private static Stream<QueryCase> strayPolicies() {
        return Stream.of(
                andThen(VALID, "mode: none\n").butTheySay("VALID none 1", FIRST),
                andThen(VALID, "mode: nonsense\n").butTheySay(ERROR, FIRST),
                andThen(VALID, "max_age: 99999999\n").butTheySay(ERROR, FIRST),
                ofLine(ERROR, "version: STSv1", "version: STSv2\nversion: STSv1")
                        .butTheySay(VALID, FIRST),
                ofLine(ERROR, "mode: enforce", "mode: report\nmode: enforce").butTheySay(VALID, FIRST),
                andThen(ERROR, "mx: *.*.example\n").butTheySay(VALID, MX),
                andThen(ERROR, "mx: *example\n").butTheySay(VALID, MX),
                andThen(ERROR, "mx: a_b.example\n").butTheySay(VALID, MX),
                andThen(ERROR, "mx: a.example.\n").butTheySay(VALID, MX),
                ofLine(ERROR, "mx: " + QueryCase.MX, "mx:").butTheySay(VALID, MX),
                andThen(ERROR, "<html>\n").butTheySay(VALID, LINES),
                andThen(ERROR, "# a comment: none of the RFC's\n").butTheySay(VALID, LINES),
                ofLine(ERROR, "max_age: 86400", "max_age: +86400").butTheySay(VALID, AGE),
                ofLine(ERROR, "max_age: 86400", "max_age: 86_400").butTheySay(VALID, AGE),
                ofLine(ERROR, "max_age: 86400", "max_age: 00000086400").butTheySay(VALID, AGE),
                ofPolicy(ERROR, "CR", GOOD.replace("\n", "\r")).butTheySay(VALID, TERMINATOR),
                ofPolicy(ERROR, "CR CR LF", GOOD.replace("\n", "\r\r\n")).butTheySay(VALID, TERMINATOR),
                andThen(VALID, "x: größer\n")
                        .butTheySay(
                                ERROR,
                                "RFC 8461 §3.2: values may hold UTF-8; theirs are ASCII unless a charset is sent"));
    }

    private static Stream<QueryCase> hosts() {
        return Stream.of(PolicyBehaviour.values()).map(behaviour -> switch (behaviour) {
            case WRONG_MEDIA_TYPE ->
                ofBehaviour(behaviour).butTheySay(ERROR, "RFC 8461 §3.2: text/plain is a SHOULD; they insist");
            case OVERSIZED ->
                ofBehaviour(behaviour).butTheySay(ERROR, "RFC 8461 §3.3: a limit is a MAY; theirs is 64 KiB");
            case NO_SAN ->
                ofBehaviour(behaviour)
                        .butTheySay(
                                VALID, "RFC 8461 §3.3: a DNS name is a must; they take the common name in its place");
            case OK,
                    WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    UNKNOWN_CA,
                    NO_CHAIN,
                    HANDSHAKE_FAILED,
                    NOT_HTTP,
                    NOT_FOUND,
                    REDIRECT,
                    SERVER_ERROR,
                    BAD_SYNTAX,
                    NO_ADDRESS,
                    REFUSED,
                    SILENT -> ofBehaviour(behaviour);
        });
    }
}
