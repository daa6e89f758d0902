package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;

/// What asking `mta-sts.<domain>` for the policy gave (RFC 8461 §3.3).
///
/// @param fetch how far it came
/// @param failure why the policy host could not be looked up; null unless that is so
/// @param status of the HTTP response, where one came
/// @param mediaType of the response; `text/plain` where it is not said
/// @param text of the policy
/// @param chain as sent, the leaf first; each a name in the suite's table, or base64 of the DER
public record PolicyHost(
        Fetch fetch,
        @Nullable DnsFailure failure,
        @Nullable Integer status,
        @Nullable String mediaType,
        @Nullable String text,
        List<String> chain) {
    private static final int OK = 200;

    public PolicyHost {
        Given.value(fetch, "fetch");
        chain = Given.list(chain);
    }

    /// How far it came.
    public enum Fetch {
        RESPONSE,
        NO_ADDRESS,
        LOOKUP_FAILED,
        NOT_CONNECTED,
        HANDSHAKE_FAILED,
        NO_HTTP
    }

    /// @param record without a valid one nobody asks for the policy
    static PolicyFetch seen(@Nullable PolicyHost host, RecordOutcome<StsRecord> record, Material material) {
        return host == null || !(record instanceof RecordOutcome.Valid)
                ? new PolicyFetch.NotAsked()
                : host.seen(material);
    }

    private PolicyFetch seen(Material material) {
        return switch (fetch) {
            case RESPONSE -> response(material.digests(chain));
            case NO_ADDRESS -> new PolicyFetch.NoAddress();
            case LOOKUP_FAILED -> new PolicyFetch.LookupFailed(Given.value(failure, "failure"));
            case NOT_CONNECTED -> new PolicyFetch.NotConnected(ConnectFailure.REFUSED);
            case HANDSHAKE_FAILED -> new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, "handshake_failure");
            case NO_HTTP -> new PolicyFetch.ProtocolError(ProtocolFailure.SYNTAX, material.digests(chain));
        };
    }

    private PolicyFetch response(List<String> digests) {
        int code = Optional.ofNullable(status).orElse(OK);
        return code == OK
                ? new PolicyFetch.Fetched(
                        Given.value(text, "text"), false, Objects.requireNonNullElse(mediaType, "text/plain"), digests)
                : new PolicyFetch.HttpError(code, digests);
    }
}
