package org.mxcensus.analyzer.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.GeneratedDocument;
import org.mxcensus.datasets.release.TableDoc;

/// SCHEMA.md is what the comments on the row records and the definitions of the metrics say.
class SchemaDocumentTest {

    @Test
    void theDocumentIsThatOfTheModel() throws IOException {
        new GeneratedDocument("SCHEMA.md", SchemaDocumentTest.class, "mxcensus.schema.write").check(SchemaText.text());
    }

    @Test
    void everyTableSaysWhatItIs() {
        assertThat(Tables.load().all()).extracting(TableDoc::meaning).doesNotContain("");
    }
}
