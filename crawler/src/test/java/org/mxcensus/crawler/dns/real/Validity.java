package org.mxcensus.crawler.dns.real;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// When signatures are good, as the signers' options want it (RFC 4034 §3.2).
record Validity(String from, String to) {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    static Validity of(Fault fault) {
        return switch (fault) {
            case EXPIRED -> days(-30, -2);
            case NOT_YET_VALID -> days(2, 30);
            default -> days(-2, 30);
        };
    }

    private static Validity days(int from, int to) {
        Instant now = Instant.now();
        return new Validity(FORM.format(now.plus(Duration.ofDays(from))), FORM.format(now.plus(Duration.ofDays(to))));
    }
}
