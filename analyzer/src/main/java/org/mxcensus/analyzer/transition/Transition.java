package org.mxcensus.analyzer.transition;

/// How many domains of a top-level domain went from one standing to another.
///
/// @param tld the last label of the domains
/// @param domains each once, however many sources name it
public record Transition(Mechanism mechanism, String tld, Standing before, Standing after, long domains) {

    public Event event() {
        return Event.of(before, after);
    }
}
