package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.DomainRow.StsPolicyCell;

/// Column `domains.sts_policy`: how a [PolicyFetch] is spread over it.
final class PolicyMapping {

    private PolicyMapping() {}

    static StsPolicyCell toCell(PolicyFetch fetch, Optional<String> alias) {
        @Nullable String cname = alias.orElse(null);
        return switch (fetch) {
            case PolicyFetch.NotAsked f -> failed(PolicyStatus.NOT_ASKED, null, null, cname, List.of());
            case PolicyFetch.Fetched f -> fetched(f, cname);
            case PolicyFetch.HttpError f ->
                new StsPolicyCell(
                        PolicyStatus.HTTP_ERROR,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        f.status(),
                        null,
                        null,
                        cname,
                        f.chain());
            case PolicyFetch.NoAddress f -> failed(PolicyStatus.NO_ADDRESS, null, null, cname, List.of());
            case PolicyFetch.LookupFailed f ->
                failed(PolicyStatus.LOOKUP_FAILED, f.failure().name(), null, cname, List.of());
            case PolicyFetch.NotConnected f ->
                failed(PolicyStatus.NOT_CONNECTED, f.cause().name(), null, cname, List.of());
            case PolicyFetch.HandshakeFailed f ->
                failed(PolicyStatus.HANDSHAKE_FAILED, f.cause().name(), f.detail(), cname, List.of());
            case PolicyFetch.ProtocolError f ->
                failed(PolicyStatus.PROTOCOL_ERROR, f.cause().name(), null, cname, f.chain());
            case PolicyFetch.NotAttempted f ->
                failed(PolicyStatus.NOT_ATTEMPTED, f.reason().name(), null, cname, List.of());
            case PolicyFetch.InternalError f -> failed(PolicyStatus.INTERNAL_ERROR, null, f.detail(), cname, List.of());
        };
    }

    static PolicyFetch toFetch(StsPolicyCell cell) {
        return switch (cell.status()) {
            case NOT_ASKED -> new PolicyFetch.NotAsked();
            case FETCHED ->
                new PolicyFetch.Fetched(
                        Objects.requireNonNull(cell.text(), "text"),
                        Boolean.TRUE.equals(cell.truncated()),
                        Objects.requireNonNull(cell.mediaType(), "media_type"),
                        cell.chain());
            case HTTP_ERROR ->
                new PolicyFetch.HttpError(Objects.requireNonNull(cell.httpStatus(), "http_status"), cell.chain());
            case NO_ADDRESS -> new PolicyFetch.NoAddress();
            case LOOKUP_FAILED -> new PolicyFetch.LookupFailed(DnsFailure.valueOf(failure(cell)));
            case NOT_CONNECTED -> new PolicyFetch.NotConnected(ConnectFailure.valueOf(failure(cell)));
            case HANDSHAKE_FAILED ->
                new PolicyFetch.HandshakeFailed(HandshakeFailure.valueOf(failure(cell)), detail(cell));
            case PROTOCOL_ERROR -> new PolicyFetch.ProtocolError(ProtocolFailure.valueOf(failure(cell)), cell.chain());
            case NOT_ATTEMPTED -> new PolicyFetch.NotAttempted(Abstention.valueOf(failure(cell)));
            case INTERNAL_ERROR -> new PolicyFetch.InternalError(detail(cell));
        };
    }

    private static StsPolicyCell fetched(PolicyFetch.Fetched fetched, @Nullable String cname) {
        Optional<StsPolicy> policy = switch (StsPolicy.parse(fetched.text(), fetched.truncated())) {
            case StsPolicy.Parsed parsed -> Optional.of(parsed.policy());
            case StsPolicy.Malformed _, StsPolicy.Incomplete _ -> Optional.empty();
        };
        return new StsPolicyCell(
                PolicyStatus.FETCHED,
                policy.map(p -> p.mode().name().toLowerCase(Locale.ROOT)).orElse(null),
                policy.map(StsPolicy::maxAge).orElse(null),
                policy.map(StsPolicy::mx).orElse(null),
                fetched.text(),
                fetched.truncated(),
                fetched.mediaType(),
                200,
                null,
                null,
                cname,
                fetched.chain());
    }

    private static StsPolicyCell failed(
            PolicyStatus status,
            @Nullable String failure,
            @Nullable String detail,
            @Nullable String cname,
            List<String> chain) {
        return new StsPolicyCell(status, null, null, null, null, null, null, null, failure, detail, cname, chain);
    }

    private static String failure(StsPolicyCell cell) {
        return Objects.requireNonNull(cell.failure(), "failure");
    }

    private static String detail(StsPolicyCell cell) {
        return Objects.requireNonNull(cell.detail(), "detail");
    }
}
