package org.mxcensus.datasets.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import org.mxcensus.datasets.store.Manifests;

/// What all tables mean that have row records.
///
/// @param version of the tables
/// @param tables in the order of the flow
/// @param values the closed sets by their names
public record SchemaDoc(int version, List<TableDoc> tables, SortedMap<String, List<ValueDoc>> values) {
    /// The file that holds it, beside this class.
    public static final String FILE = "schema.json";

    public SchemaDoc {
        tables = List.copyOf(tables);
    }

    /// As it comes with the program.
    public static SchemaDoc load() {
        try (InputStream in = SchemaDoc.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + FILE);
            }
            return Manifests.JSON.readValue(in, SchemaDoc.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
