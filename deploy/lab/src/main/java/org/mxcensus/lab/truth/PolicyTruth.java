package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// What is true about a domain's TXT records and its MTA-STS policy. The worlds' texts are simple, so simple patterns
/// read them.
final class PolicyTruth {

    // RFC 8461 §3.1: the id is 1 to 32 letters and digits.
    private static final Pattern STS_RECORD = Pattern.compile("v=STSv1;\\s*id=[A-Za-z0-9]{1,32}\\s*;?\\s*");
    // RFC 8460 §3
    private static final Pattern TLSRPT_RECORD = Pattern.compile("v=TLSRPTv1;\\s*rua=(mailto|https):\\S+;?\\s*");
    private static final Pattern MODE = Pattern.compile("(?m)^mode:\\s*(enforce|testing|none)\\s*$");
    private static final Pattern MX = Pattern.compile("(?m)^mx:\\s*(\\S+)\\s*$");

    private PolicyTruth() {}

    static String stsRecord(List<String> texts) {
        return record(texts, "v=STSv1;", STS_RECORD);
    }

    static String tlsRpt(List<String> texts) {
        return record(texts, "v=TLSRPTv1;", TLSRPT_RECORD);
    }

    /// What does not begin with the version is none of ours; of the rest there must be one (RFC 8461 §3.1, RFC 8460
    /// §3).
    private static String record(List<String> texts, String version, Pattern form) {
        List<String> ours =
                texts.stream().filter(text -> text.startsWith(version)).toList();
        return switch (ours.size()) {
            case 0 -> "ABSENT";
            case 1 -> form.matcher(ours.getFirst()).matches() ? "VALID" : "MALFORMED";
            default -> "MULTIPLE";
        };
    }

    /// What a client records that judges no certificate.
    static String fetch(PolicyBehaviour behaviour) {
        return switch (behaviour) {
            case OK, WRONG_CERTIFICATE, EXPIRED_CERTIFICATE, SELF_SIGNED, BAD_SYNTAX, WRONG_MEDIA_TYPE, OVERSIZED ->
                "FETCHED";
            case NOT_FOUND, REDIRECT, SERVER_ERROR -> "HTTP_ERROR";
            case NO_ADDRESS -> "NO_ADDRESS";
            case REFUSED -> "NOT_CONNECTED";
            case SILENT -> "HANDSHAKE_FAILED";
        };
    }

    /// The mode of a policy that a client may use; empty where there is none.
    static String mode(StsSpec sts) {
        return switch (sts.behaviour()) {
            // Media type and length are no conditions of validity.
            case OK, WRONG_MEDIA_TYPE, OVERSIZED -> first(MODE, sts.policy().orElse(""));
            case WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    BAD_SYNTAX,
                    NOT_FOUND,
                    REDIRECT,
                    SERVER_ERROR,
                    NO_ADDRESS,
                    REFUSED,
                    SILENT -> "";
        };
    }

    /// Whether it cannot be told if there is a policy.
    static boolean isUnmeasured(PolicyBehaviour behaviour) {
        return behaviour == PolicyBehaviour.REFUSED || behaviour == PolicyBehaviour.SILENT;
    }

    /// RFC 8461 §4.1: a wildcard stands for exactly one label, the leftmost.
    static boolean allows(StsSpec sts, String host) {
        Matcher patterns = MX.matcher(sts.policy().orElse(""));
        while (patterns.find()) {
            String pattern = patterns.group(1).toLowerCase(Locale.ROOT);
            boolean match = pattern.startsWith("*.")
                    ? host.substring(host.indexOf('.') + 1).equals(pattern.substring(2))
                    : host.equals(pattern);
            if (match) {
                return true;
            }
        }
        return false;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
