package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// What is true about a domain's TXT records and its policy host. The worlds' texts are simple, so simple patterns
/// read them.
final class PolicyTruth {

    // RFC 8461 §3.1: the id is 1 to 32 letters and digits.
    private static final Pattern STS_RECORD = Pattern.compile("v=STSv1;\\s*id=[A-Za-z0-9]{1,32}\\s*;?\\s*");
    // RFC 8460 §3
    private static final Pattern TLSRPT_RECORD = Pattern.compile("v=TLSRPTv1;\\s*rua=(mailto|https):\\S+;?\\s*");

    private PolicyTruth() {}

    static String stsRecord(Optional<StsSpec> sts) {
        if (sts.filter(spec -> spec.recordDns() != DnsBehaviour.OK).isPresent()) {
            return "UNMEASURED";
        }
        return record(sts.map(StsSpec::records).orElse(List.of()), "v=STSv1;", STS_RECORD);
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

    /// The one record that counts.
    static String validRecord(StsSpec sts) {
        return sts.records().stream()
                .filter(text -> text.startsWith("v=STSv1;"))
                .findFirst()
                .orElseThrow();
    }

    /// What a client records that judges no certificate.
    static String fetch(StsSpec sts) {
        if (sts.hostDns() != DnsBehaviour.OK) {
            return "LOOKUP_FAILED";
        }
        return switch (sts.behaviour()) {
            case OK,
                    WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    UNKNOWN_CA,
                    NO_CHAIN,
                    NO_SAN,
                    BAD_SYNTAX,
                    WRONG_MEDIA_TYPE,
                    OVERSIZED -> "FETCHED";
            case NOT_FOUND, REDIRECT, SERVER_ERROR -> "HTTP_ERROR";
            case NOT_HTTP -> "PROTOCOL_ERROR";
            case NO_ADDRESS -> "NO_ADDRESS";
            case REFUSED -> "NOT_CONNECTED";
            case SILENT, HANDSHAKE_FAILED -> "HANDSHAKE_FAILED";
        };
    }

    /// What the policy host serves to a client that judges certificates; empty where it gets nothing.
    static Optional<PolicyText> text(StsSpec sts) {
        boolean served =
                sts.hostDns() == DnsBehaviour.OK && cause(sts.behaviour()).isEmpty();
        return served ? Optional.of(PolicyText.of(sts.policy().orElse("<html>"))) : Optional.empty();
    }

    /// Why a client gets no policy; empty where it gets one.
    static Optional<StsCause> cause(StsSpec sts) {
        if (sts.hostDns() != DnsBehaviour.OK) {
            return Optional.of(sts.hostDns().isBogus() ? StsCause.POLICY_HOST_BOGUS : StsCause.POLICY_HOST_LOOKUP);
        }
        return cause(sts.behaviour())
                .or(() -> text(sts).filter(text -> text.mode().isEmpty()).map(_ -> StsCause.SYNTAX));
    }

    private static Optional<StsCause> cause(PolicyBehaviour behaviour) {
        return switch (behaviour) {
            // Media type and length are no conditions of validity.
            case OK, BAD_SYNTAX, WRONG_MEDIA_TYPE, OVERSIZED -> Optional.empty();
            case WRONG_CERTIFICATE, EXPIRED_CERTIFICATE, SELF_SIGNED, UNKNOWN_CA, NO_CHAIN, NO_SAN ->
                Optional.of(StsCause.POLICY_CERTIFICATE);
            case HANDSHAKE_FAILED -> Optional.of(StsCause.POLICY_HANDSHAKE);
            case NOT_HTTP -> Optional.of(StsCause.HTTP);
            case NOT_FOUND, SERVER_ERROR -> Optional.of(StsCause.HTTP_STATUS);
            case REDIRECT -> Optional.of(StsCause.REDIRECT);
            case NO_ADDRESS -> Optional.of(StsCause.NO_POLICY_HOST);
            case REFUSED, SILENT -> Optional.of(StsCause.POLICY_NOT_FETCHED);
        };
    }

    /// The status that a policy host answers with, where it is not 200.
    static String httpStatus(PolicyBehaviour behaviour) {
        return switch (behaviour) {
            case NOT_FOUND -> "404";
            case SERVER_ERROR -> "500";
            case REDIRECT -> "301";
            default -> "";
        };
    }
}
