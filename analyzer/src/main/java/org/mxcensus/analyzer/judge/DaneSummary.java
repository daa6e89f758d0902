package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// One verdict on DANE over several addresses.
///
/// @param status empty where there is no address to judge
/// @param cause what decided, by name
/// @param decided the address that decided; empty where none did alone
record DaneSummary(Optional<DaneStatus> status, Optional<DaneCause> cause, Optional<HostVerdictRow> decided) {

    /// @param status the verdict at the address, for the domain in question
    record Part(DaneStatus status, HostVerdictRow row) {
        boolean failed() {
            return switch (status) {
                case MISMATCH, STARTTLS_MISSING, HANDSHAKE_FAILED, UNUSABLE -> true;
                case VALID, LOOKUP_FAILED, NOT_DEPLOYED, PARTIAL, HOST_READY_DOMAIN_INSECURE, UNMEASURED -> false;
            };
        }
    }

    /// Valid and not valid side by side: PARTIAL. Else the worst failure, then a failed look-up, then *could not
    /// tell*, and only then VALID or NOT_DEPLOYED, for which all must agree.
    static DaneSummary of(List<Part> parts) {
        Optional<Part> failed = parts.stream()
                .filter(Part::failed)
                .min((one, other) -> one.status().compareTo(other.status()));
        Optional<Part> without = first(parts, DaneStatus.NOT_DEPLOYED);
        if (first(parts, DaneStatus.VALID).isPresent() && (failed.isPresent() || without.isPresent())) {
            return failed.map(part -> new DaneSummary(
                            Optional.of(DaneStatus.PARTIAL),
                            Optional.of(DaneCause.SOME_ADDRESSES_FAIL),
                            Optional.of(part.row())))
                    .orElseGet(() -> new DaneSummary(
                            Optional.of(DaneStatus.PARTIAL),
                            Optional.of(DaneCause.SOME_HOSTS_WITHOUT),
                            without.map(Part::row)));
        }
        return failed.or(() -> first(parts, DaneStatus.LOOKUP_FAILED))
                .or(() -> first(parts, DaneStatus.UNMEASURED))
                .or(() -> first(parts, DaneStatus.VALID))
                .or(() -> without)
                .map(part -> new DaneSummary(
                        Optional.of(part.status()),
                        Optional.ofNullable(part.row().daneCause())
                                .filter(cause -> part.status() == part.row().dane()),
                        Optional.of(part.row())))
                .orElseGet(() -> new DaneSummary(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Part> first(List<Part> parts, DaneStatus status) {
        Predicate<Part> same = part -> part.status() == status;
        return parts.stream().filter(same).findFirst();
    }
}
