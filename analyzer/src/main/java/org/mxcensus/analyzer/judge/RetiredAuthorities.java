package org.mxcensus.analyzer.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Public authorities that issue no more, as TLSA records name them: `retired-authorities.txt`, which has the source.
final class RetiredAuthorities {
    private static final Map<String, Retired> BY_DATA = read();

    /// @param from since when it is out of use
    /// @param data by selector and matching type
    private record Retired(Instant from, int selector, int matching, String data) {
        static Retired of(String line) {
            String[] cells = line.split(" ", 5);
            return new Retired(
                    LocalDate.parse(cells[0]).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    cells[3]);
        }
    }

    private RetiredAuthorities() {}

    /// Whether a record names one that was retired when the chain was seen.
    static boolean named(Mismatch mismatch) {
        return mismatch.effective().stream()
                .filter(record -> record.usage() == TlsaRules.DANE_TA)
                .anyMatch(record -> Optional.ofNullable(BY_DATA.get(record.data()))
                        .filter(retired -> record.selector() == retired.selector()
                                && record.matching() == retired.matching()
                                && !mismatch.at().isBefore(retired.from()))
                        .isPresent());
    }

    private static Map<String, Retired> read() {
        try (InputStream in = RetiredAuthorities.class.getResourceAsStream("retired-authorities.txt")) {
            if (in == null) {
                throw new IllegalStateException("no retired-authorities.txt beside the class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Retired::of)
                    .collect(Collectors.toMap(Retired::data, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
