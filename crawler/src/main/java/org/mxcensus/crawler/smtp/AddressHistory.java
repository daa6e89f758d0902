package org.mxcensus.crawler.smtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SmtpObservation;

/// What the names of one address have shown so far, in the order of their messages.
///
/// Most addresses have one name, so little is kept until it is known that several names share one.
///
/// @param told names that showed something another could take over, all the same; four at most
/// @param shown what they showed, as a digest
/// @param model the observation that others take over; null before there have been four
/// @param varies whether two names have differed: from then on every name is probed
record AddressHistory(int told, int shown, @Nullable SmtpObservation model, boolean varies) {

    static final AddressHistory NONE = new AddressHistory(0, 0, null, false);

    /// What a further name may take over, if anything.
    Optional<SmtpObservation> reusable() {
        return Optional.ofNullable(model);
    }

    /// The history with one observation more.
    AddressHistory after(SmtpObservation seen) {
        return switch (Shown.of(seen)) {
            case Shown.Nothing nothing -> this;
            case Shown.OfThisName own -> varied();
            case Shown.Chain chain -> after(seen, chain);
            case Shown.Silence silence -> after(seen, silence);
        };
    }

    private AddressHistory after(SmtpObservation seen, Shown what) {
        if (varies || seen.reusedFrom().isPresent()) {
            return this;
        }
        if (told > 0 && shown != what.hashCode()) {
            return varied();
        }
        return told < SharedAddresses.FIRST_NAMES
                ? new AddressHistory(
                        told + 1, what.hashCode(), told + 1 == SharedAddresses.FIRST_NAMES ? seen : null, false)
                : this;
    }

    private static AddressHistory varied() {
        return new AddressHistory(0, 0, null, true);
    }
}
