package org.mxcensus.datasets.records;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;

/// The presentation form of TLSA records: `3 1 1 abcd…` (RFC 6698 §2.2).
public final class Tlsa {
    // RFC 6698 §2.2: three decimal numbers, then hexadecimal in which whitespace may stand.
    private static final Pattern FORM =
            Pattern.compile("\\s*(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+([0-9A-Fa-f\\s]+)");

    private Tlsa() {}

    public static String format(TlsaRecord tlsa) {
        return tlsa.usage() + " " + tlsa.selector() + " " + tlsa.matching() + " " + tlsa.data();
    }

    /// Reads the presentation form.
    ///
    /// @return `Valid` or `Malformed`; the numbers may be ones that nobody has assigned
    public static RecordOutcome<TlsaRecord> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return new RecordOutcome.Malformed<>(text, "not of the form: usage selector matching-type hexadecimal");
        }
        for (var i = 1; i <= 3; i++) {
            if (Integer.parseInt(form.group(i)) > 255) {
                return new RecordOutcome.Malformed<>(text, form.group(i) + " is more than 255");
            }
        }
        var data = form.group(4).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (data.isEmpty()) {
            return new RecordOutcome.Malformed<>(text, "no data");
        }
        if (data.length() % 2 != 0) {
            return new RecordOutcome.Malformed<>(text, "half a byte at the end of the data");
        }
        var tlsa = new TlsaRecord(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                data);
        return new RecordOutcome.Valid<>(tlsa, text);
    }
}
