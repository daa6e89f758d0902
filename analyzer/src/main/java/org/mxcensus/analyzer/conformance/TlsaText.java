package org.mxcensus.analyzer.conformance;

import java.util.List;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.Tlsa;

/// TLSA records of a case.
final class TlsaText {
    private TlsaText() {}

    /// @throws IllegalArgumentException where one of them is not of the presentation form
    static List<TlsaRecord> parse(List<String> texts) {
        return texts.stream().map(TlsaText::parse).toList();
    }

    private static TlsaRecord parse(String text) {
        return switch (Tlsa.parse(text)) {
            case RecordOutcome.Valid<TlsaRecord>(TlsaRecord tlsa, String _) -> tlsa;
            case RecordOutcome.Malformed<TlsaRecord>(String _, String reason) ->
                throw new IllegalArgumentException("the TLSA record \"" + text + "\" is " + reason);
            case RecordOutcome.Absent<TlsaRecord> _,
                    RecordOutcome.Multiple<TlsaRecord> _,
                    RecordOutcome.Unmeasured<TlsaRecord> _,
                    RecordOutcome.NotAsked<TlsaRecord> _ -> throw new IllegalStateException("one text was read");
        };
    }
}
