package org.mxcensus.analyzer.export;

/// What is wrong with a file of a release.
///
/// @param file its name in the release
/// @param kind of the fault
/// @param detail what was found, in a phrase
public record Fault(String file, Kind kind, String detail) {

    public enum Kind {
        /// Listed, and not there.
        MISSING,
        /// There, and not listed.
        EXTRA,
        /// Shorter than its manifest says: a copy that was cut off.
        TRUNCATED,
        /// Of another digest than is listed.
        CHANGED,
        /// Listed by its manifest otherwise than in SHA256SUMS.
        CONTRADICTED,
        /// Cannot be read as what its name says.
        UNREADABLE,
        /// With another number of rows than its manifest says.
        ROWS,
        /// Of another version of the tables than the rest of the release, as where two releases were mixed.
        MIXED_VERSIONS
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(kind, file, detail);
    }
}
