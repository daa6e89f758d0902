package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.mxcensus.analyzer.stats.Scope;

/// Reads the texts of parameters, or refuses them in one sentence.
final class ParameterText {
    static final int LONGEST_NAME = 253;

    static final int MOST_ROWS = 10_000;

    private ParameterText() {}

    static Optional<LocalDate> day(String name, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse("Write %s as a date, such as 2026-12-01.".formatted(name));
        }
    }

    static int number(String name, String text, int least) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > MOST_ROWS) {
            throw new BadRequestResponse("The %s is a number from %d to %d.".formatted(name, least, MOST_ROWS));
        }
        return Integer.parseInt(text);
    }

    static String query(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new BadRequestResponse(
                    "Say in q what to search for: a domain, a mail host, a provider or a TLD, in at most 253"
                            + " characters.");
        }
        return Parameters.normal(text);
    }

    static Scope cell(String key) {
        int slash = key.indexOf('/');
        if (slash < 1 || slash == key.length() - 1) {
            throw new BadRequestResponse(
                    "The key of scope tld_provider is a TLD and a provider with a slash between, such as"
                            + " nl/example.net.");
        }
        return new Scope.TldProvider(
                Parameters.normal(key.substring(0, slash)), Parameters.normal(key.substring(slash + 1)));
    }
}
