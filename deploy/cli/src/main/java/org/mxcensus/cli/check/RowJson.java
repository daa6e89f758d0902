package org.mxcensus.cli.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.store.Manifests;

/// Rows of tables as JSON: columns under their own names, null where the table has null, bytes in base64.
public final class RowJson {

    /// Writes rows.
    public static final JsonMapper MAPPER = Manifests.JSON
            .rebuild()
            .defaultPropertyInclusion(JsonInclude.Value.ALL_ALWAYS)
            .addModule(new SimpleModule().addSerializer(Binary.class, new Base64()))
            .build();

    private RowJson() {}

    private static final class Base64 extends JsonSerializer<Binary> {
        @Override
        public void serialize(Binary bytes, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeBinary(bytes.getBytes());
        }
    }
}
