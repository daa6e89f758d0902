package org.mxcensus.datasets.schema;

/// Column `status` of a TXT record's struct: the variants of [org.mxcensus.datasets.observation.RecordOutcome].
public enum RecordStatus {
    /// One record, and valid.
    VALID,
    /// None.
    ABSENT,
    /// More than one, which is none.
    MULTIPLE,
    /// One, and not valid.
    MALFORMED,
    /// Could not tell.
    UNMEASURED,
    /// Nobody asked, since it does not matter there.
    NOT_ASKED
}
