package org.mxcensus.analyzer.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `datapackage.json`: the description by Data Package 2.0.
record DataPackage(Release release, Tables tables) {

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        document.put("name", Release.NAME);
        document.put("title", release.title());
        document.put("description", release.description());
        document.put("version", release.version());
        document.put("created", release.newest().created().toString());
        document.put("keywords", Release.KEYWORDS);
        document.put(
                "licenses",
                List.of(Map.of(
                        "name", Release.LICENCE,
                        "path", Release.LICENCE_PAGE,
                        "title", "Creative Commons Attribution 4.0")));
        document.put("contributors", List.of(Map.of("title", release.publisher(), "roles", List.of("publisher"))));
        document.put(
                "sources",
                release.sources().stream().map(name -> Map.of("title", name)).toList());
        document.put("resources", release.files().stream().map(this::resource).toList());
        return document;
    }

    private Map<String, Object> resource(ReleaseFile file) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", file.slug());
        resource.put("path", file.name());
        resource.put("format", file.format());
        resource.put("mediatype", file.mediaType());
        file.compression().ifPresent(compression -> resource.put("compression", compression));
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        tables.find(file.table()).ifPresent(table -> {
            resource.put("description", table.meaning());
            if (file.format().equals("csv")) {
                resource.put("encoding", "utf-8");
            }
            resource.put("schema", SchemaFiles.name(table));
        });
        return resource;
    }
}
