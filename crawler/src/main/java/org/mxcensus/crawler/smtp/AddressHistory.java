package org.mxcensus.crawler.smtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SmtpObservation;

/// What the names of one address have shown so far, in the order of their messages.
///
/// Most addresses have one name, so little is kept until it is known that several names share one.
///
/// @param alike names that showed the same, one after the other; four at most
/// @param shown what they showed, as a digest
/// @param silent whether that was silence
/// @param model the observation that others take over; null before there have been four
/// @param varies whether two names have differed: from then on every name is probed
record AddressHistory(
        int alike, int shown, boolean silent, @Nullable SmtpObservation model, boolean varies) {

    static final AddressHistory NONE = new AddressHistory(0, 0, true, null, false);
    private static final AddressHistory VARIES = new AddressHistory(0, 0, true, null, true);

    private static final int ALIKE = 7;
    private static final long SILENT = 1L << Integer.SIZE + 3;
    private static final long VARYING = SILENT << 1;

    /// All but the model, in 37 bits.
    long packed() {
        return Integer.toUnsignedLong(shown)
                | (long) alike << Integer.SIZE
                | (silent ? SILENT : 0)
                | (varies ? VARYING : 0);
    }

    /// @param packed by [#packed]
    static AddressHistory unpacked(long packed, @Nullable SmtpObservation model) {
        return new AddressHistory(
                (int) (packed >>> Integer.SIZE) & ALIKE,
                (int) packed,
                (packed & SILENT) != 0,
                model,
                (packed & VARYING) != 0);
    }

    /// What a further name may take over, if anything.
    Optional<SmtpObservation> reusable() {
        return Optional.ofNullable(model);
    }

    /// The history with one observation more.
    AddressHistory after(SmtpObservation seen) {
        if (varies || seen.reusedFrom().isPresent()) {
            return this;
        }
        return switch (Shown.of(seen)) {
            case Shown.Nothing nothing -> this;
            case Shown.OfThisName own -> VARIES;
            case Shown.Chain chain -> told(seen, chain);
            case Shown.Plain plain -> told(seen, plain);
            case Shown.Silence silence -> untold(seen, silence);
        };
    }

    /// Whoever had been silent so far speaks now; between two who speak, a difference is one.
    private AddressHistory told(SmtpObservation seen, Shown what) {
        if (silent) {
            return first(what, false);
        }
        return shown == what.hashCode() ? oneMore(seen) : VARIES;
    }

    /// A call that was lost says nothing against what others have shown.
    private AddressHistory untold(SmtpObservation seen, Shown what) {
        if (!silent) {
            return this;
        }
        return alike > 0 && shown == what.hashCode() ? oneMore(seen) : first(what, true);
    }

    private static AddressHistory first(Shown what, boolean silent) {
        return new AddressHistory(1, what.hashCode(), silent, null, false);
    }

    private AddressHistory oneMore(SmtpObservation seen) {
        return alike < SharedAddresses.FIRST_NAMES
                ? new AddressHistory(
                        alike + 1, shown, silent, alike + 1 == SharedAddresses.FIRST_NAMES ? seen : null, false)
                : this;
    }
}
