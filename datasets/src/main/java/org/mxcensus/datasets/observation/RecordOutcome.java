package org.mxcensus.datasets.observation;

import java.util.List;

/// What became of a policy record that is published as TXT: SPF, DMARC, MTA-STS, TLSRPT.
///
/// @param <T> the parsed record
public sealed interface RecordOutcome<T> {

    /// Exactly one record, and it parses.
    ///
    /// @param text the record as published, strings joined
    record Valid<T>(T value, String text) implements RecordOutcome<T> {}

    /// No such record.
    record Absent<T>() implements RecordOutcome<T> {}

    /// Several records where one may stand.
    record Multiple<T>(List<String> texts) implements RecordOutcome<T> {
        public Multiple {
            texts = List.copyOf(texts);
        }
    }

    /// One record that does not follow its grammar.
    ///
    /// @param reason what is wrong, one phrase
    record Malformed<T>(String text, String reason) implements RecordOutcome<T> {}

    /// Could not tell.
    record Unmeasured<T>(DnsFailure failure) implements RecordOutcome<T> {}

    /// Not asked, since another answer implied that it does not matter.
    record NotAsked<T>() implements RecordOutcome<T> {}
}
