package org.mxcensus.datasets.schema;

/// Column `status` of a TXT record's struct: the variants of [org.mxcensus.datasets.observation.RecordOutcome].
public enum RecordStatus {
    VALID,
    ABSENT,
    MULTIPLE,
    MALFORMED,
    UNMEASURED,
    NOT_ASKED
}
