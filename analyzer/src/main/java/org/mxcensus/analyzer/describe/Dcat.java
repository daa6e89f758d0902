package org.mxcensus.analyzer.describe;

import java.util.LinkedHashMap;
import java.util.Map;

/// `dcat.jsonld`: the description that portals of open data read (DCAT 3).
record Dcat(Release release) {
    private static final Map<String, Object> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "spdx", "http://spdx.org/rdf/terms#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.put("@type", "dcat:Dataset");
        document.put("dct:title", release.title());
        document.put("dct:description", release.description());
        document.put("dct:identifier", Release.NAME + "-" + release.version());
        document.put("dcat:version", release.version());
        document.put("dct:issued", date(release.last().toString()));
        document.put("dct:license", Map.of("@id", Release.LICENCE_PAGE));
        document.put("dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", release.publisher()));
        document.put("dcat:keyword", Release.KEYWORDS);
        document.put(
                "dct:temporal",
                Map.of(
                        "@type", "dct:PeriodOfTime",
                        "dcat:startDate", date(release.first().toString()),
                        "dcat:endDate", date(release.last().toString())));
        document.put(
                "dcat:distribution",
                release.files().stream().map(Dcat::distribution).toList());
        return document;
    }

    private static Map<String, Object> date(String day) {
        return Map.of("@type", "xsd:date", "@value", day);
    }

    private static Map<String, Object> iana(String mediaType) {
        return Map.of("@id", "https://www.iana.org/assignments/media-types/" + mediaType);
    }

    private static Map<String, Object> distribution(ReleaseFile file) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", file.name());
        distribution.put("dcat:downloadURL", Map.of("@id", file.name()));
        distribution.put("dcat:mediaType", iana(file.mediaType()));
        file.compression()
                .ifPresent(packed -> distribution.put(
                        "dcat:compressFormat", iana("application/" + (packed.equals("gz") ? "gzip" : "zstd"))));
        distribution.put(
                "dcat:byteSize", Map.of("@type", "xsd:nonNegativeInteger", "@value", Long.toString(file.bytes())));
        distribution.put(
                "spdx:checksum",
                Map.of(
                        "@type", "spdx:Checksum",
                        "spdx:algorithm", Map.of("@id", "spdx:checksumAlgorithm_sha256"),
                        "spdx:checksumValue", file.sha256()));
        return distribution;
    }
}
