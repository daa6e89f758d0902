package org.mxcensus.datasets.schema;

/// Version of the tables, raised whenever a column comes. Columns are only added, so the newest reader reads every
/// older file; CHANGELOG.md says what each version brought, and `datasets/samples` has a small release of each.
public final class SchemaVersion {
    public static final int CURRENT = 2;

    private SchemaVersion() {}
}
