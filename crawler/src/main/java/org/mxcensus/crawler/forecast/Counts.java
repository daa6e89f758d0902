package org.mxcensus.crawler.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of targets. Each is in one of the first seven counts.
///
/// @param measured probed, and the server said what there was to learn
/// @param reused took over what four other names of the address had shown
/// @param silent probed, and nobody answered
/// @param silenceTakenOver took over that nobody answers at the address
/// @param deferred twice told to come again
/// @param outOfPatience twice over the budget of the network
/// @param tooLate once over the budget, and the second try came more than a day late
/// @param putOff first tries that were put off; counted above by what came of them
public record Counts(
        long measured,
        long reused,
        long silent,
        long silenceTakenOver,
        long deferred,
        long outOfPatience,
        long tooLate,
        long putOff) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /// All of them.
    @JsonProperty
    public long targets() {
        return measured + reused + unmeasured();
    }

    /// Those about which nothing can be told.
    @JsonProperty
    public long unmeasured() {
        return silent + silenceTakenOver + deferred + overBudget();
    }

    /// Those which our own limits left unmeasured, whatever their servers would have said.
    @JsonProperty
    public long overBudget() {
        return outOfPatience + tooLate;
    }

    Counts plus(Counts other) {
        return new Counts(
                measured + other.measured,
                reused + other.reused,
                silent + other.silent,
                silenceTakenOver + other.silenceTakenOver,
                deferred + other.deferred,
                outOfPatience + other.outOfPatience,
                tooLate + other.tooLate,
                putOff + other.putOff);
    }
}
