package org.mxcensus.analyzer.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mxcensus.datasets.store.Manifests;

/// All that a release says of itself, by the names of the files.
public final class Descriptions {
    /// The table of figures as CSV.
    public static final String ADOPTION_LONG = Tables.LONG;

    private Descriptions() {}

    /// The texts of the files, by their names.
    public static SortedMap<String, String> of(Release release) {
        Tables tables = Tables.load();
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("SCHEMA.md", SchemaText.text());
        texts.put("LICENSE-DATA", licence());
        texts.put("CITATION.cff", new Citation(release).text());
        texts.put("croissant.json", json(new Croissant(release, tables).document()));
        texts.put("datapackage.json", json(new DataPackage(release, tables).document()));
        texts.put("dcat.jsonld", json(new Dcat(release).document()));
        TableSchema schema = new TableSchema(tables);
        release.files().stream()
                .map(ReleaseFile::table)
                .distinct()
                .flatMap(table -> tables.find(table).stream())
                .forEach(table -> texts.put(SchemaFiles.name(table), json(schema.of(table))));
        return texts;
    }

    private static String json(Map<String, Object> document) {
        try {
            return Manifests.JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a description is plain data", e);
        }
    }

    private static String licence() {
        try (InputStream in = Descriptions.class.getResourceAsStream("LICENSE-DATA")) {
            return new String(Objects.requireNonNull(in, "LICENSE-DATA").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
