package org.mxcensus.datasets.records;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// A moment in a certificate (RFC 5280 §4.1.2.5). What older standards allowed is read too: no seconds, a fraction,
/// an offset.
final class X509Time {
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int FIRST_YEAR_OF_THIS_CENTURY = 50;
    private static final Pattern TEXT =
            Pattern.compile("(\\d\\d|\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(?:[.,]\\d{1,9})?(Z|[+-]\\d{4})");

    private X509Time() {}

    /// @return empty where this is no moment, such as the 30th of February
    static Optional<Instant> of(Der time) {
        if (time.tag() != UTC_TIME && time.tag() != GENERALIZED_TIME || time.end() - time.content() > 32) {
            return Optional.empty();
        }
        var text = TEXT.matcher(new String(time.value(), StandardCharsets.ISO_8859_1));
        if (!text.matches() || text.group(1).length() != (time.tag() == UTC_TIME ? 2 : 4)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            year(text.group(1)),
                            Integer.parseInt(text.group(2)),
                            Integer.parseInt(text.group(3)),
                            Integer.parseInt(text.group(4)),
                            Integer.parseInt(text.group(5)),
                            text.group(6) == null ? 0 : Integer.parseInt(text.group(6)))
                    .toInstant(text.group(7).equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(text.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // RFC 5280 §4.1.2.5.1: two digits from 50 up are of the last century.
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < FIRST_YEAR_OF_THIS_CENTURY ? 2000 + year : 1900 + year;
    }
}
