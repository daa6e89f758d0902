package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How whoever reads a page writes numbers and dates: as his browser says in Accept-Language (RFC 9110 §12.5.4).
/// Scripts of the page write them alike, since the page tells them.
public final class Reader {
    /// Where nobody says anything: numbers as in English, dates as in ISO 8601.
    static final Locale NOBODY = Locale.ROOT;

    /// Browsers send some dozens of characters.
    private static final int LONGEST = 500;

    private static final Set<String> KNOWN = Stream.of(Locale.getAvailableLocales())
            .filter(locale -> !locale.equals(Locale.ROOT) && !locale.hasExtensions())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    private static final ScopedValue<Locale> LOCALE = ScopedValue.newInstance();

    private Reader() {}

    /// A handler that writes for whoever asks.
    public static Handler serving(Handler handler) {
        return context -> ScopedValue.where(LOCALE, of(context)).<@Nullable Void, Exception>call(() -> {
            handler.handle(context);
            return null;
        });
    }

    /// Writes for whoever asks where no handler does any more: when one has failed.
    public static void reading(Context context, Runnable writing) {
        ScopedValue.where(LOCALE, of(context)).run(writing);
    }

    /// That of the request that is being answered.
    public static Locale locale() {
        return LOCALE.orElse(NOBODY);
    }

    private static Locale of(Context context) {
        return Optional.ofNullable(context.header(Header.ACCEPT_LANGUAGE))
                .map(Reader::of)
                .orElse(NOBODY);
    }

    /// The first language of a list that is known, with its country where that is.
    static Locale of(String accepted) {
        return ranges(accepted).stream()
                .flatMap(range -> Stream.of(range.getRange(), range.getRange().replaceAll("-.*", "")))
                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                .filter(KNOWN::contains)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(NOBODY);
    }

    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return accepted.length() > LONGEST ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of(); // What cannot be read asks for nothing.
        }
    }
}
