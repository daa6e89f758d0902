package org.mxcensus.datasets.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.Security;

/// The `mx_…` columns of table `domains`: how an [MxOutcome] is spread over them.
final class MxMapping {
    private static final Comparator<MailExchange> BY_PREFERENCE =
            Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host);

    private MxMapping() {}

    record Cells(
            MxStatus status,
            @Nullable Security security,
            @Nullable DnsFailure failure,
            List<ExtendedError> errors,
            List<MailExchange> exchanges,
            @Nullable Long ttl) {

        @Nullable
        Long mxsetId() {
            return exchanges.isEmpty() ? null : digest(exchanges);
        }
    }

    static Cells toCells(MxOutcome outcome) {
        return switch (outcome) {
            case MxOutcome.Hosts o -> answered(MxStatus.HOSTS, o.security(), sorted(o.exchanges()), o.ttl());
            case MxOutcome.Implicit o -> answered(MxStatus.IMPLICIT, o.security(), List.of(), null);
            case MxOutcome.NullMx o -> answered(MxStatus.NULL_MX, o.security(), List.of(), o.ttl());
            case MxOutcome.NullMxMixed o ->
                answered(MxStatus.NULL_MX_MIXED, o.security(), sorted(o.exchanges()), o.ttl());
            case MxOutcome.NoMail o -> answered(MxStatus.NO_MAIL, o.security(), List.of(), null);
            case MxOutcome.NxDomain o -> answered(MxStatus.NXDOMAIN, o.security(), List.of(), null);
            case MxOutcome.Unmeasured o ->
                new Cells(MxStatus.UNMEASURED, null, o.failure(), o.errors(), List.of(), null);
        };
    }

    static MxOutcome toOutcome(DomainRow row) {
        List<MailExchange> exchanges = row.mx().stream()
                .map(mx -> new MailExchange(mx.preference(), mx.host()))
                .toList();
        return switch (row.mxStatus()) {
            case HOSTS -> new MxOutcome.Hosts(exchanges, security(row), ttl(row));
            case IMPLICIT -> new MxOutcome.Implicit(security(row));
            case NULL_MX -> new MxOutcome.NullMx(security(row), ttl(row));
            case NULL_MX_MIXED -> new MxOutcome.NullMxMixed(exchanges, security(row), ttl(row));
            case NO_MAIL -> new MxOutcome.NoMail(security(row));
            case NXDOMAIN -> new MxOutcome.NxDomain(security(row));
            case UNMEASURED ->
                new MxOutcome.Unmeasured(Objects.requireNonNull(row.mxFailure(), "mx_failure"), errors(row));
        };
    }

    private static Cells answered(
            MxStatus status, Security security, List<MailExchange> exchanges, @Nullable Long ttl) {
        return new Cells(status, security, null, List.of(), exchanges, security == Security.UNKNOWN ? null : ttl);
    }

    private static List<MailExchange> sorted(List<MailExchange> exchanges) {
        return exchanges.stream().sorted(BY_PREFERENCE).toList();
    }

    /// The first eight bytes of SHA-256: domains with equal exchanges share it.
    private static long digest(List<MailExchange> sorted) {
        String text =
                sorted.stream().map(mx -> mx.preference() + " " + mx.host()).collect(Collectors.joining("\n"));
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Security security(DomainRow row) {
        return Objects.requireNonNull(row.mxSecurity(), "mx_security");
    }

    private static long ttl(DomainRow row) {
        return row.mxSecurity() == Security.UNKNOWN ? 0 : Objects.requireNonNull(row.mxTtl(), "mx_ttl");
    }

    private static List<ExtendedError> errors(DomainRow row) {
        @Nullable Integer code = row.edeCode();
        return code == null
                ? List.of()
                : List.of(new ExtendedError(code, Objects.requireNonNullElse(row.edeText(), "")));
    }
}
