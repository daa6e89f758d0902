package org.mxcensus.crawler.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.UserError;

/// A part of all domains, drawn by their names: the same in every crawl and from every source, so that crawls of a
/// sample can be compared domain by domain. A larger sample holds every smaller one.
///
/// @param share above 0 and below 1: with what chance a domain is in it
public record Sample(double share) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?|\\.[0-9]+)(%?)");

    public Sample {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
    }

    /// Takes an argument of the command line.
    ///
    /// @param text such as `0.01` or `1%`
    /// @throws UserError where it is no share, or all or nothing
    public static Sample of(String text) {
        Matcher matcher = TEXT.matcher(text);
        double share = matcher.matches()
                ? Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100)
                : 0;
        if (!(share > 0 && share < 1)) {
            throw new UserError(
                    "--sample takes a share above 0 and below 1, not \"%s\"; give one such as 0.01 or 1%%, or none for all domains."
                            .formatted(text));
        }
        return new Sample(share);
    }

    /// Whether a domain is in it.
    ///
    /// @param domain lower case, A-labels, without the final dot
    public boolean has(String domain) {
        byte[] digest = Sha256.digest().digest(domain.getBytes(StandardCharsets.US_ASCII));
        // The upper 53 bits: a double holds no more.
        return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53 < share;
    }
}
