package org.mxcensus.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.UserError;

/// One of a closed set, as an option names it.
public final class Choice {
    private Choice() {}

    /// @param option what to name in an error
    /// @param text what was given, in either case and with `-` and `_` alike: ids of metrics have the one, words of
    ///     the command line the other
    /// @param all what may be given
    /// @param id the word for each
    /// @throws UserError where it names none of them
    public static <T> T of(String option, String text, List<T> all, Function<T, String> id) {
        return all.stream()
                .filter(one -> plain(id.apply(one)).equals(plain(text)))
                .findFirst()
                .orElseThrow(() -> new UserError("%s knows no %s; give one of %s."
                        .formatted(option, text, all.stream().map(id).collect(Collectors.joining(", ")))));
    }

    /// The word for a constant whose name is its id.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
