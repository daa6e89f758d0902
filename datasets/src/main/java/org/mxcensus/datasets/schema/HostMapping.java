package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Table `mx_hosts`: how a [HostObservation] is spread over the columns of a [HostRow].
public final class HostMapping {

    private HostMapping() {}

    /// Tells which autonomous system announces an address; null where that is not known.
    public interface Origins {
        @Nullable
        Long system(String ip);
    }

    /// Without looking up who announces the addresses.
    public static HostRow toRow(HostObservation seen) {
        return toRow(seen, ip -> null);
    }

    public static HostRow toRow(HostObservation seen, Origins origins) {
        AddressCells a = AddressCells.of(seen.a());
        AddressCells aaaa = AddressCells.of(seen.aaaa());
        TlsaCells tlsa = TlsaCells.of(seen.tlsa());
        @Nullable
        ExtendedError ede = Stream.of(tlsa.errors, a.errors, aaaa.errors)
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
        return new HostRow(
                seen.host(),
                seen.observedAt(),
                seen.registeredDomain(),
                a.status,
                a.security,
                a.failure,
                a.ttl,
                aaaa.status,
                aaaa.security,
                aaaa.failure,
                aaaa.ttl,
                Stream.concat(a.ips.stream(), aaaa.ips.stream())
                        .map(ip -> new HostRow.Address(ip, origins.system(ip)))
                        .toList(),
                seen.cname(),
                tlsa.status,
                tlsa.base,
                tlsa.security,
                tlsa.ttl,
                tlsa.records.stream()
                        .map(r -> new HostRow.Tlsa(r.usage(), r.selector(), r.matching(), r.data()))
                        .toList(),
                tlsa.failure,
                ede == null ? null : ede.code(),
                ede == null ? null : ede.text(),
                seen.zoneNs(),
                seen.queries(),
                seen.elapsedMs());
    }

    public static HostObservation toObservation(HostRow row) {
        List<String> ips = row.addresses().stream().map(HostRow.Address::ip).toList();
        return new HostObservation(
                row.host(),
                row.observedAt(),
                row.registeredDomain(),
                answer(row, row.aStatus(), row.aSecurity(), row.aFailure(), row.aTtl(), family(ips, false)),
                answer(row, row.aaaaStatus(), row.aaaaSecurity(), row.aaaaFailure(), row.aaaaTtl(), family(ips, true)),
                row.cname(),
                tlsa(row),
                row.zoneNs(),
                row.queries(),
                row.elapsedMs());
    }

    private record AddressCells(
            AnswerStatus status,
            @Nullable Security security,
            @Nullable DnsFailure failure,
            @Nullable Long ttl,
            List<String> ips,
            List<ExtendedError> errors) {

        static AddressCells of(Answer<List<String>> answer) {
            return switch (answer) {
                case Answer.Found<List<String>> f ->
                    new AddressCells(
                            AnswerStatus.FOUND,
                            f.security(),
                            null,
                            f.security() == Security.UNKNOWN ? null : f.ttl(),
                            f.value(),
                            List.of());
                case Answer.NoData<List<String>> n ->
                    new AddressCells(AnswerStatus.NO_DATA, n.security(), null, null, List.of(), List.of());
                case Answer.NxDomain<List<String>> n ->
                    new AddressCells(AnswerStatus.NXDOMAIN, n.security(), null, null, List.of(), List.of());
                case Answer.Failed<List<String>> f ->
                    new AddressCells(AnswerStatus.FAILED, null, f.failure(), null, List.of(), f.errors());
            };
        }
    }

    private record TlsaCells(
            TlsaStatus status,
            @Nullable String base,
            @Nullable Security security,
            @Nullable Long ttl,
            List<TlsaRecord> records,
            @Nullable DnsFailure failure,
            List<ExtendedError> errors) {

        static TlsaCells of(TlsaOutcome outcome) {
            return switch (outcome) {
                case TlsaOutcome.Found f ->
                    new TlsaCells(TlsaStatus.FOUND, f.base(), null, f.ttl(), f.records(), null, List.of());
                case TlsaOutcome.FoundInsecure f ->
                    new TlsaCells(TlsaStatus.FOUND_INSECURE, f.base(), null, f.ttl(), f.records(), null, List.of());
                case TlsaOutcome.Absent a ->
                    new TlsaCells(TlsaStatus.ABSENT, null, a.security(), null, List.of(), null, List.of());
                case TlsaOutcome.Failed f ->
                    new TlsaCells(TlsaStatus.FAILED, f.base(), null, null, List.of(), f.failure(), f.errors());
                case TlsaOutcome.NotAsked n ->
                    new TlsaCells(TlsaStatus.NOT_ASKED, null, null, null, List.of(), null, List.of());
            };
        }
    }

    private static Answer<List<String>> answer(
            HostRow row,
            AnswerStatus status,
            @Nullable Security security,
            @Nullable DnsFailure failure,
            @Nullable Long ttl,
            List<String> ips) {
        return switch (status) {
            case FOUND ->
                new Answer.Found<>(
                        ips,
                        Objects.requireNonNull(security, "security"),
                        security == Security.UNKNOWN ? 0 : Objects.requireNonNull(ttl, "ttl"));
            case NO_DATA -> new Answer.NoData<>(Objects.requireNonNull(security, "security"));
            case NXDOMAIN -> new Answer.NxDomain<>(Objects.requireNonNull(security, "security"));
            case FAILED ->
                new Answer.Failed<>(
                        Objects.requireNonNull(failure, "failure"),
                        row.tlsaStatus() == TlsaStatus.FAILED ? List.of() : errors(row));
        };
    }

    private static TlsaOutcome tlsa(HostRow row) {
        List<TlsaRecord> records = row.tlsa().stream()
                .map(t -> new TlsaRecord(t.usage(), t.selector(), t.matching(), t.data()))
                .toList();
        return switch (row.tlsaStatus()) {
            case FOUND -> new TlsaOutcome.Found(base(row), records, Objects.requireNonNull(row.tlsaTtl(), "tlsa_ttl"));
            case FOUND_INSECURE ->
                new TlsaOutcome.FoundInsecure(base(row), records, Objects.requireNonNull(row.tlsaTtl(), "tlsa_ttl"));
            case ABSENT -> new TlsaOutcome.Absent(Objects.requireNonNull(row.tlsaSecurity(), "tlsa_security"));
            case FAILED ->
                new TlsaOutcome.Failed(
                        base(row), Objects.requireNonNull(row.tlsaFailure(), "tlsa_failure"), errors(row));
            case NOT_ASKED -> new TlsaOutcome.NotAsked();
        };
    }

    private static String base(HostRow row) {
        return Objects.requireNonNull(row.tlsaBase(), "tlsa_base");
    }

    private static List<ExtendedError> errors(HostRow row) {
        @Nullable Integer code = row.edeCode();
        return code == null
                ? List.of()
                : List.of(new ExtendedError(code, Objects.requireNonNullElse(row.edeText(), "")));
    }

    private static List<String> family(List<String> ips, boolean six) {
        return ips.stream().filter(ip -> ip.contains(":") == six).toList();
    }
}
