package org.mxcensus.datasets.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.RecordOutcome;

/// DMARC records (RFC 7489 §6).
///
/// Where RFC 9989, its successor, says otherwise, the successor is followed: `p` may stand anywhere after `v` (RFC 7489
/// §6.3 wants it second), and a wrong `np` counts like a wrong `sp` (RFC 7489 does not know it). In all else that is
/// looked at here they agree.
public final class Dmarc {
    // RFC 7489 §6.4: "v" *WSP "=" *WSP and the version in exactly these capitals; the tag ends with ";" or the record.
    private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*(?:;.*)?", Pattern.DOTALL);
    // RFC 6376 §3.2: tag-name = ALPHA *ALNUMPUNC.
    private static final Pattern TAG = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)[ \\t]*=[ \\t]*(.*)", Pattern.DOTALL);
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    // RFC 7489 §6.4: a URI, then perhaps a size limit.
    private static final Pattern REPORT_URI =
            Pattern.compile("[a-z][a-z0-9+.\\-]*:[!-~&&[^,!;]]+(?:!\\d+[kmgt]?)?", Pattern.CASE_INSENSITIVE);

    private Dmarc() {}

    /// The DMARC record among the TXT records of `_dmarc.<domain>`.
    ///
    /// @param texts each record's strings, joined without spaces (RFC 7489 §6.1)
    public static RecordOutcome<DmarcRecord> select(List<String> texts) {
        // RFC 7489 §6.6.3, steps 2 and 5.
        return Selection.exactlyOne(texts, text -> VERSION.matcher(text).matches(), Dmarc::parse);
    }

    private static RecordOutcome<DmarcRecord> parse(String text) {
        var tags = new HashMap<String, String>();
        for (var part : text.split(";")) {
            var tag = TAG.matcher(part.strip());
            if (!tag.matches()) {
                continue; // RFC 7489 §6.3: syntax errors in the remainder are ignored.
            }
            var name = tag.group(1).toLowerCase(Locale.ROOT);
            if (tags.put(name, tag.group(2)) != null) {
                // RFC 6376 §3.2, which RFC 7489 §6.3 takes over: a repeated tag makes the whole list invalid.
                return new RecordOutcome.Malformed<>(text, "tag " + name + " appears twice");
            }
        }
        return policy(text, tags);
    }

    private static RecordOutcome<DmarcRecord> policy(String text, Map<String, String> tags) {
        var p = tags.getOrDefault("p", "").toLowerCase(Locale.ROOT);
        // RFC 9989 §4.10.1: each of these may be missing, and none may be wrong.
        var wrong = Stream.of("sp", "np")
                .filter(name ->
                        !POLICIES.contains(tags.getOrDefault(name, "none").toLowerCase(Locale.ROOT)))
                .findFirst();
        if (POLICIES.contains(p) && wrong.isEmpty()) {
            return new RecordOutcome.Valid<>(new DmarcRecord(p), text);
        }
        // RFC 7489 §6.6.3, step 6, and RFC 9989 §4.10.1: with somewhere to report to, it counts as p=none; else as no
        // record.
        if (reportsSomewhere(tags.getOrDefault("rua", ""))) {
            return new RecordOutcome.Valid<>(new DmarcRecord("none"), text);
        }
        if (!tags.containsKey("p")) {
            return new RecordOutcome.Malformed<>(text, "no p");
        }
        return new RecordOutcome.Malformed<>(
                text, (POLICIES.contains(p) ? wrong.orElseThrow() : "p") + " is none of none, quarantine, reject");
    }

    private static boolean reportsSomewhere(String rua) {
        for (var uri : rua.split(",")) {
            if (REPORT_URI.matcher(uri.strip()).matches()) {
                return true;
            }
        }
        return false;
    }
}
