package org.mxcensus.analyzer.reconcile;

import java.util.Locale;

/// A rule of a definition: what it says on one subject.
public sealed interface Rule permits Population, Hosts, Check, Names, MxAnswer {

    /// What the rule is about, the same for all rules that can stand in its place, such as `hosts`.
    String subject();

    /// The rule in a phrase.
    String phrase();

    /// The name of the constant.
    String name();

    /// The rule's name in JSON, unique among those of its subject.
    default String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
