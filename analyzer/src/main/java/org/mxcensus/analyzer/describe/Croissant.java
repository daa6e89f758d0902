package org.mxcensus.analyzer.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mxcensus.datasets.release.ColumnDoc;
import org.mxcensus.datasets.release.TableDoc;

/// `croissant.json`: the description that catalogues of machine learning read (MLCommons Croissant 1.0).
///
/// Fields of lists of structs are left out: Croissant 1.0 cannot say where in a Parquet column they are.
record Croissant(Release release, Tables tables) {
    private static final List<String> TERMS = List.of(
            "citeAs",
            "column",
            "equivalentProperty",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "samplingRate",
            "separator",
            "source",
            "subField",
            "transform");

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context());
        document.put("@type", "sc:Dataset");
        document.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        document.put("name", Release.NAME);
        document.put("alternateName", release.title());
        document.put("description", release.description());
        document.put("license", Release.LICENCE_PAGE);
        document.put("version", release.version());
        document.put("datePublished", release.last().toString());
        document.put("creator", Map.of("@type", "sc:Organization", "name", release.publisher()));
        document.put("citeAs", release.publisher() + ": " + release.title());
        document.put("keywords", Release.KEYWORDS);
        document.put(
                "distribution",
                Stream.concat(release.files().stream().map(this::object), sets())
                        .toList());
        document.put("recordSet", parquetTables().map(this::records).toList());
        return document;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        context.put("data", Map.of("@id", "cr:data", "@type", "@json"));
        context.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
        context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }

    private Map<String, Object> object(ReleaseFile file) {
        return Map.of(
                "@type", "cr:FileObject",
                "@id", file.name(),
                "name", file.name(),
                "contentUrl", file.name(),
                "contentSize", file.bytes() + " B",
                "encodingFormat", file.isParquet() ? "application/x-parquet" : file.mediaType(),
                "sha256", file.sha256());
    }

    /// The Parquet files of each table, over all crawls.
    private Stream<Map<String, Object>> sets() {
        return parquetTables()
                .map(table -> Map.of(
                        "@type",
                        "cr:FileSet",
                        "@id",
                        set(table),
                        "name",
                        set(table),
                        "encodingFormat",
                        "application/x-parquet",
                        "includes",
                        table.name() + "/crawl=*/*.parquet"));
    }

    private static String set(TableDoc table) {
        return table.name() + "-files";
    }

    private Stream<TableDoc> parquetTables() {
        return tables.all().stream()
                .filter(table -> release.files().stream()
                        .anyMatch(file -> file.isParquet() && file.table().equals(table.name())));
    }

    private Map<String, Object> records(TableDoc table) {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("@type", "cr:RecordSet");
        records.put("@id", table.name());
        records.put("name", table.name());
        records.put("description", table.meaning());
        records.put(
                "field",
                table.columns().stream()
                        .filter(column -> column.columns().isEmpty())
                        .map(column -> field(table, column))
                        .toList());
        return records;
    }

    private static Map<String, Object> field(TableDoc table, ColumnDoc column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", table.name() + "/" + column.name());
        field.put("name", column.name());
        field.put("description", Sentences.of(column));
        field.put("dataType", type(column));
        if (column.list()) {
            field.put("repeated", true);
        }
        field.put("source", Map.of("fileSet", Map.of("@id", set(table)), "extract", Map.of("column", column.name())));
        return field;
    }

    private static String type(ColumnDoc column) {
        return switch (column.type()) {
            case "boolean" -> "sc:Boolean";
            case "int32", "int64" -> "sc:Integer";
            case "timestamp" -> "sc:DateTime";
            case "date" -> "sc:Date";
            default -> "sc:Text";
        };
    }
}
