package org.mxcensus.analyzer.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.GeneratedCrawl;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.export.Export;
import org.mxcensus.analyzer.export.ExportConfig;
import org.mxcensus.analyzer.export.ExportProgress;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifests;

/// What a release says of itself is true of its files. The standards' own checkers are run by `notebooks/run`.
class DescriptionsTest {

    @TempDir
    static Path folder;

    private static Path release;

    @BeforeAll
    static void aRelease() {
        DirectoryStore store = new DirectoryStore(folder.resolve("data"));
        GeneratedCrawl.evaluated(store, TestCrawl.DATE, 100);
        release = folder.resolve("release");
        Export.run(store, release, ExportConfig.of(Tier.FULL), new ExportProgress());
    }

    @Test
    void everyParquetFileHasTheColumnsThatItsSchemaNames() throws IOException, SQLException {
        for (JsonNode resource : json("datapackage.json").get("resources")) {
            if (resource.get("format").asText().equals("parquet")) {
                List<String> described = new ArrayList<>();
                json(resource.get("schema").asText())
                        .get("fields")
                        .forEach(field -> described.add(field.get("name").asText()));
                assertThat(columns(resource.get("path").asText()))
                        .as(resource.get("path").asText())
                        .containsExactlyElementsOf(described);
            }
        }
    }

    private static List<String> columns(String file) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet columns = duckdb.createStatement()
                        .executeQuery("DESCRIBE SELECT * FROM read_parquet('%s', hive_partitioning = false)"
                                .formatted(release.resolve(file)))) {
            while (columns.next()) {
                names.add(columns.getString("column_name"));
            }
        }
        return names;
    }

    @Test
    void allDescriptionsNameTheSameFilesWithTheirDigests() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(release.resolve("SHA256SUMS"))) {
            String name = line.substring(66);
            if (name.contains("/crawl=") && !name.startsWith("manifests/")) {
                listed.put(name, line.substring(0, 64));
            }
        }
        Map<String, String> croissant = new TreeMap<>();
        for (JsonNode file : json("croissant.json").get("distribution")) {
            if (file.get("@type").asText().equals("cr:FileObject")) {
                croissant.put(
                        file.get("contentUrl").asText(), file.get("sha256").asText());
            }
        }
        Map<String, String> datapackage = new TreeMap<>();
        json("datapackage.json")
                .get("resources")
                .forEach(file -> datapackage.put(
                        file.get("path").asText(), file.get("hash").asText().replace("sha256:", "")));
        Map<String, String> dcat = new TreeMap<>();
        json("dcat.jsonld")
                .get("dcat:distribution")
                .forEach(file -> dcat.put(
                        file.get("dct:title").asText(),
                        file.get("spdx:checksum").get("spdx:checksumValue").asText()));

        assertThat(listed).hasSizeGreaterThan(10);
        assertThat(croissant).isEqualTo(listed);
        assertThat(datapackage).isEqualTo(listed);
        assertThat(dcat).isEqualTo(listed);
    }

    @Test
    void figuresAsCsvAreSaidToBePacked() throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        json("datapackage.json").get("resources").forEach(file -> {
            if (file.get("schema").asText().equals("schemas/adoption_long.json")) {
                figures.add(file);
            }
        });

        assertThat(figures).singleElement().satisfies(file -> {
            assertThat(file.get("path").asText()).matches("csv/adoption/crawl=2026-03-01/.+\\.csv\\.gz");
            assertThat(file.get("format").asText()).isEqualTo("csv");
            assertThat(file.get("mediatype").asText()).isEqualTo("text/csv");
            assertThat(file.get("compression").asText()).isEqualTo("gz");
        });
    }

    @Test
    void aPersonCanCiteIt() throws IOException {
        assertThat(Files.readString(release.resolve("CITATION.cff")))
                .contains("cff-version: 1.2.0", "Simulated", "CC-BY-4.0");
        assertThat(Files.readString(release.resolve("LICENSE-DATA"))).contains("CC-BY-4.0");
        assertThat(Files.readString(release.resolve("SCHEMA.md"))).contains("## domain_verdicts");
    }

    private static JsonNode json(String file) throws IOException {
        return Manifests.JSON.readTree(release.resolve(file).toFile());
    }
}
