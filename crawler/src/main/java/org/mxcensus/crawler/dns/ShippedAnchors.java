package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The root's keys that come with the program, and how old they are.
///
/// @param asOf the day as of which they were all that IANA publishes
record ShippedAnchors(LocalDate asOf) {
    /// A key stands in IANA's file for longer than this before it signs alone: KSK-2017 did for 20 months, KSK-2024
    /// for 27. So for as long whatever signs the root is among these keys.
    static final Period GOOD_FOR = Period.ofMonths(18);

    private static final String RESOURCE = "root-anchors.zone";
    private static final Pattern AS_OF = Pattern.compile("(?m)^; as of (\\d{4}-\\d{2}-\\d{2})$");

    static ShippedAnchors get() {
        try (InputStream in = open()) {
            Matcher date = AS_OF.matcher(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            if (!date.find()) {
                throw new IllegalStateException(RESOURCE + " does not say as of when it is");
            }
            return new ShippedAnchors(LocalDate.parse(date.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// DS records in zone file format.
    static InputStream open() {
        InputStream resource = ShippedAnchors.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from this build");
        }
        return resource;
    }

    /// A sentence where they are so old that the root may have come to other keys.
    Optional<String> warning(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.isAfter(asOf.plus(GOOD_FOR))
                ? Optional.of("The root's keys that this program carries are those of " + asOf + ", more than "
                        + GOOD_FOR.toTotalMonths()
                        + " months ago, and by now another key may sign the root: get a newer mxcensus, or give the root's"
                        + " present DS records (https://data.iana.org/root-anchors/) with --trust-anchor FILE.")
                : Optional.empty();
    }
}
