package org.mxcensus.datasets.records;

import java.util.List;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.StsRecord;

/// MTA-STS records, the TXT that says that there is a policy (RFC 8461 §3.1). The policy itself: [StsPolicy].
public final class Sts {
    private static final Fields FIELDS = new Fields("v=STSv1");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

    private Sts() {}

    /// The MTA-STS record among the TXT records of `_mta-sts.<domain>`.
    ///
    /// @param texts each record's strings, joined without spaces
    public static RecordOutcome<StsRecord> select(List<String> texts) {
        // RFC 8461 §3.1: discard what does not begin with "v=STSv1;"; exactly one must remain.
        return FIELDS.select(texts, Sts::parse);
    }

    private static RecordOutcome<StsRecord> parse(String text) {
        var id = "";
        for (var part : FIELDS.after(text)) {
            var field = Fields.split(part);
            if (field.isEmpty()) {
                return new RecordOutcome.Malformed<>(text, "not a field: " + Excerpt.of(part));
            }
            var value = field.get().value();
            if (field.get().name().equals("id")) {
                if (!ID.matcher(value).matches()) {
                    return new RecordOutcome.Malformed<>(text, "id is not 1 to 32 letters and digits");
                }
                // The ABNF lets id repeat; as in the policy (RFC 8461 §3.2) the first counts.
                id = id.isEmpty() ? value : id;
            } else if (!Fields.extension(field.get())) {
                return new RecordOutcome.Malformed<>(text, "not a field: " + Excerpt.of(part));
            }
        }
        // RFC 8461 §3.1: id is required.
        return id.isEmpty()
                ? new RecordOutcome.Malformed<>(text, "no id")
                : new RecordOutcome.Valid<>(new StsRecord(id), text);
    }
}
