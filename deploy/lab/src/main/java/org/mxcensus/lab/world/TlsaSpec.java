package org.mxcensus.lab.world;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A TLSA record of a world: usage, selector, matching type and where the data comes from (RFC 6698 §2.1).
///
/// @param data a word of [TlsaData] or hexadecimal digits
public record TlsaSpec(int usage, int selector, int matching, String data) {

    private static final String WORDS =
            Stream.of(TlsaData.values()).map(Fixture::id).collect(Collectors.joining("|"));
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+(" + WORDS + "|(?:[0-9a-fA-F]{2})+)");

    /// Reads `3 1 1 auto` and its like; an [IllegalArgumentException] says what is wrong.
    public static TlsaSpec parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("TLSA '" + text
                    + "' is not of the form 'USAGE SELECTOR MATCHING DATA' with DATA hexadecimal or one of "
                    + WORDS.replace("|", ", "));
        }
        TlsaSpec tlsa = new TlsaSpec(octet(form.group(1)), octet(form.group(2)), octet(form.group(3)), form.group(4));
        if (tlsa.source()
                .filter(source -> !source.fits(tlsa.usage(), tlsa.selector(), tlsa.matching()))
                .isPresent()) {
            throw new IllegalArgumentException("TLSA '" + text + "' has no right data: there is no " + tlsa.data()
                    + " for this usage, selector and matching type");
        }
        return tlsa;
    }

    private static int octet(String digits) {
        int value = Integer.parseInt(digits);
        if (value > 255) {
            throw new IllegalArgumentException("TLSA field " + digits + " does not fit into an octet");
        }
        return value;
    }

    /// Where the lab takes the data from; empty where it stands here.
    public Optional<TlsaData> source() {
        return Stream.of(TlsaData.values())
                .filter(source -> source.id().equals(data))
                .findFirst();
    }

    @Override
    public String toString() {
        return usage + " " + selector + " " + matching + " " + data;
    }
}
