package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
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
                case VALID,
                        LOOKUP_FAILED,
                        NOT_DEPLOYED,
                        PARTIAL,
                        FAILS_SOMEWHERE,
                        HOST_READY_DOMAIN_INSECURE,
                        UNMEASURED -> false;
            };
        }

        /// Behind a look-up that failed the records may be right: also that is *could not tell*.
        boolean untold() {
            return status.valid() == Finding.UNMEASURED;
        }
    }

    /// Valid and not valid side by side: PARTIAL, whatever the rest is. Else the worst failure, which has its name only
    /// where all the rest is known: what could not be told may be valid. Then a failed look-up, then *could not
    /// tell*, and only then VALID or NOT_DEPLOYED, for which all must agree.
    ///
    /// @param allKnown whether there are no more addresses than these
    static DaneSummary of(List<Part> parts, boolean allKnown) {
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
        if (failed.isPresent()) {
            boolean allTold = allKnown && parts.stream().noneMatch(Part::untold);
            return by(failed.get(), allTold ? failed.get().status() : DaneStatus.FAILS_SOMEWHERE);
        }
        Optional<DaneSummary> lookup = first(parts, DaneStatus.LOOKUP_FAILED).map(DaneSummary::by);
        if (lookup.isEmpty() && !allKnown) {
            return new DaneSummary(
                    Optional.of(DaneStatus.UNMEASURED), Optional.of(DaneCause.NOT_MEASURED), Optional.empty());
        }
        return lookup.or(() -> first(parts, DaneStatus.UNMEASURED)
                        .or(() -> first(parts, DaneStatus.VALID))
                        .or(() -> without)
                        .map(DaneSummary::by))
                .orElseGet(() -> new DaneSummary(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static DaneSummary by(Part part) {
        return by(part, part.status());
    }

    private static DaneSummary by(Part part, DaneStatus status) {
        Optional<DaneCause> cause = Optional.ofNullable(part.row().daneCause())
                .filter(_ -> part.status() == part.row().dane());
        return new DaneSummary(Optional.of(status), cause, Optional.of(part.row()));
    }

    private static Optional<Part> first(List<Part> parts, DaneStatus status) {
        Predicate<Part> same = part -> part.status() == status;
        return parts.stream().filter(same).findFirst();
    }
}
