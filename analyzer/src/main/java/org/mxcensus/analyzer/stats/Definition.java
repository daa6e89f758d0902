package org.mxcensus.analyzer.stats;

import java.util.Optional;

/// What a metric counts.
///
/// @param since the version of the program that counted it first
/// @param title for a heading
/// @param label for a line's end and a column's head
/// @param sentence what is counted among what
/// @param standard that it follows
/// @param ofDomains whether a domain has the property
/// @param ofHosts whether an MX host has it; empty where it is a domain's alone
/// @param headline whether it is among the few that a summary shows
record Definition(
        String since,
        String title,
        String label,
        String sentence,
        String standard,
        Predicate ofDomains,
        Optional<Predicate> ofHosts,
        boolean headline) {

    /// A property of domains alone.
    static Definition since(
            String since, String title, String label, String sentence, String standard, Predicate ofDomains) {
        return new Definition(since, title, label, sentence, standard, ofDomains, Optional.empty(), false);
    }

    /// One that an MX host has too, by the same columns.
    Definition ofHostsToo() {
        return ofHosts(ofDomains);
    }

    /// One that an MX host has too.
    Definition ofHosts(Predicate predicate) {
        return new Definition(since, title, label, sentence, standard, ofDomains, Optional.of(predicate), headline);
    }

    /// One that a summary shows.
    Definition inHeadlines() {
        return new Definition(since, title, label, sentence, standard, ofDomains, ofHosts, true);
    }
}
