package org.mxcensus.dashboard.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Cause;

/// Collects facts in order; what is null or empty is left out. A fact is called by the key of its name.
final class Facts {
    /// A peer may send long texts; the API has them whole.
    private static final int LONGEST = 2000;

    private final List<Fact> facts = new ArrayList<>();

    /// A value of ours: a number, a status in words, a date.
    Facts add(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(Texts.of(name), value.toString(), false));
        }
        return this;
    }

    /// A constant, in words.
    Facts add(String name, @Nullable Enum<?> constant) {
        return add(name, (Object) Tone.wordsOf(constant).orElse(null));
    }

    /// Text from the network.
    Facts text(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            facts.add(new Fact(Texts.of(name), shortened(text), true));
        }
        return this;
    }

    /// Texts from the network, with commas between.
    Facts texts(String name, @Nullable Collection<String> texts) {
        return text(name, texts == null ? null : String.join(", ", texts));
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }

    /// What decided a verdict, a phrase.
    static @Nullable String sentence(@Nullable Cause cause) {
        return cause == null ? null : Words.sentence(cause);
    }

    /// The phrases that are there, with semicolons between.
    static String phrases(@Nullable String... phrases) {
        List<String> said = new ArrayList<>();
        for (String phrase : phrases) {
            if (phrase != null && !phrase.isEmpty()) {
                said.add(shortened(phrase));
            }
        }
        return String.join("; ", said);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + Texts.of("script.characters", Numbers.count(text.length()))
                        + ")";
    }
}
