package org.mxcensus.analyzer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.store.DirectoryStore;

/// What was done, for others to do again. That it gives the same figures is tested where the dashboard shows it.
class RecipeTest {
    @TempDir
    Path folder;

    @Test
    void valuesStandWhereTheyGoAndNowhereElse() {
        Question question = new Question("-- why?\nSELECT '?', ?, ? -- it's?", List.of("it's", 7L));

        assertThat(question.told()).isEqualTo("-- why?\nSELECT '?', 'it''s', 7 -- it's?");
    }

    @Test
    void whatWasDoneIsToldInItsOrderWithFilesAsTheDatasetCallsThem() {
        DirectoryStore store = new DirectoryStore(folder.resolve("it's here"));
        store.publish("x\n42\n".getBytes(StandardCharsets.UTF_8), "a/table.csv");
        try (Warehouse warehouse = Warehouse.confined(store, Limits.READER)) {
            warehouse.run(question("CREATE OR REPLACE TABLE places AS SELECT 1 AS x"));
            warehouse.run(question("CREATE VIEW files AS FROM "
                    + Question.quoted(store.local("a/table.csv").toString())));
            warehouse.run(question("CREATE OR REPLACE TABLE places AS SELECT 1 AS x"));

            assertThat(warehouse.recipe().then(question("SELECT x FROM files")).steps())
                    .extracting(Recipe.Step::sql)
                    .containsExactly(
                            "CREATE VIEW files AS FROM 'a/table.csv'",
                            "CREATE OR REPLACE TABLE places AS SELECT 1 AS x",
                            "SELECT x FROM files");
        }
    }

    @Test
    void whoMayNotSeeNamesSeesWhatStandsInTheirPlace() {
        DirectoryStore store = new DirectoryStore(folder);
        try (Warehouse warehouse = Warehouse.confined(store, Limits.READER)) {
            warehouse.run(question("SELECT 1"), new Recipe.Step("SELECT 'mx.example'", "SELECT 'nobody'"));

            Recipe recipe = warehouse.recipe().keep("t", question("SELECT 2"));
            assertThat(recipe.sql()).contains("SELECT 'mx.example';\n\nCREATE TABLE t AS\nSELECT 2;");
            assertThat(recipe.nameless().sql()).contains("SELECT 'nobody';").doesNotContain("mx.example");
        }
    }

    private static Question question(String sql) {
        return new Question(sql, List.of());
    }
}
