package org.mxcensus.dashboard.api;

import java.util.Locale;

/// Names of components as documents write them.
final class Names {
    private Names() {}

    /// `notApplicable` as `not_applicable`.
    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
