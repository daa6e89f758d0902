package org.mxcensus.datasets.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsRptRecord;

/// TLSRPT records (RFC 8460 §3).
public final class TlsRpt {
    private static final Fields FIELDS = new Fields("v=TLSRPTv1");
    // RFC 3986 §2 and §3.1: scheme ":" and visible characters; RFC 8460 §3: ",", "!" and ";" must be encoded.
    private static final Pattern URI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:[A-Za-z0-9\\-._~:/?#\\[\\]@$&'()*+=%]+");
    // RFC 8460 §3: the two schemes there are. RFC 6068 §2: an address; RFC 9110 §4.2.2: a host, which is not empty.
    private static final Pattern REACHABLE =
            Pattern.compile("mailto:[^@?/]+@[^@?/]+(?:\\?.*)?|https://[^/?#@]+(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private TlsRpt() {}

    /// The TLSRPT record among the TXT records of `_smtp._tls.<domain>`.
    ///
    /// @param texts each record's strings, joined without spaces
    public static RecordOutcome<TlsRptRecord> select(List<String> texts) {
        // RFC 8460 §3: discard what does not begin with "v=TLSRPTv1;"; exactly one must remain.
        return FIELDS.select(texts, TlsRpt::parse);
    }

    private static RecordOutcome<TlsRptRecord> parse(String text) {
        var rua = new ArrayList<String>();
        var named = false;
        for (var part : FIELDS.after(text)) {
            var field = Fields.split(part);
            if (field.isEmpty()) {
                return new RecordOutcome.Malformed<>(text, "not a field: " + Excerpt.of(part));
            }
            if (field.get().name().equals("rua")) {
                named = true;
                // tlsrpt-rua = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
                for (var uri : field.get().value().split("[ \\t]*,[ \\t]*", -1)) {
                    if (!URI.matcher(uri).matches()
                            || BROKEN_ESCAPE.matcher(uri).find()) {
                        return new RecordOutcome.Malformed<>(text, "rua holds no URI: " + Excerpt.of(uri));
                    }
                    rua.add(uri);
                }
            } else if (!Fields.extension(field.get())) {
                return new RecordOutcome.Malformed<>(text, "not a field: " + Excerpt.of(part));
            }
        }
        return outcome(text, named, rua);
    }

    private static RecordOutcome<TlsRptRecord> outcome(String text, boolean named, List<String> rua) {
        if (!named) {
            return new RecordOutcome.Malformed<>(text, "no rua");
        }
        var usable =
                rua.stream().filter(uri -> REACHABLE.matcher(uri).matches()).toList();
        return usable.isEmpty()
                ? new RecordOutcome.Malformed<>(text, "rua holds neither a mailto: address nor an https: one")
                : new RecordOutcome.Valid<>(new TlsRptRecord(usable), text);
    }
}
