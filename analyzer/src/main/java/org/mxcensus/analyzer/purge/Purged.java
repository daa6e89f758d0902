package org.mxcensus.analyzer.purge;

import java.time.Instant;

/// What a purge did: a line of `purges.jsonl`.
///
/// It has neither the name nor a digest of it: whoever has a zone file finds the name of any digest, and the log would
/// tell for good what was to be forgotten.
///
/// @param at when it began
/// @param crawls in how many crawls there was something of the name
/// @param files how many files were written anew without it
/// @param rowsRemoved how many rows were about it and are gone
/// @param rowsChanged how many others said it
public record Purged(Instant at, int crawls, int files, long rowsRemoved, long rowsChanged) {

    static Purged nothing(Instant at) {
        return new Purged(at, 0, 0, 0, 0);
    }

    Purged file(long removed, long changed) {
        return new Purged(at, crawls, files + 1, rowsRemoved + removed, rowsChanged + changed);
    }

    Purged crawl() {
        return new Purged(at, crawls + 1, files, rowsRemoved, rowsChanged);
    }

    Purged and(Purged other) {
        return new Purged(
                at,
                crawls + other.crawls,
                files + other.files,
                rowsRemoved + other.rowsRemoved,
                rowsChanged + other.rowsChanged);
    }
}
