package org.mxcensus.cli.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifests;

/// A checked domain as the rows of the tables: a member for each table, a list of its rows, columns under their own
/// names, null where the table has null, bytes in base64.
public final class CheckJson {
    private static final JsonMapper JSON = Manifests.JSON
            .rebuild()
            .defaultPropertyInclusion(JsonInclude.Value.ALL_ALWAYS)
            .addModule(new SimpleModule().addSerializer(Binary.class, new Base64()))
            .build();

    private CheckJson() {}

    public static String of(Checked checked) {
        Map<String, List<? extends Record>> tables = new LinkedHashMap<>();
        tables.put(Table.DOMAINS.name(), List.of(checked.seen().domain()));
        tables.put(Table.MX_HOSTS.name(), checked.seen().hosts());
        tables.put(Table.SMTP.name(), checked.seen().smtp());
        tables.put(Table.CERTIFICATES.name(), checked.seen().certificates());
        tables.put(Table.HOST_VERDICTS.name(), checked.addresses());
        tables.put(Table.EXCHANGE_VERDICTS.name(), checked.exchanges());
        tables.put(Table.DOMAIN_VERDICTS.name(), List.of(checked.verdict()));
        try {
            return JSON.writeValueAsString(tables);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Base64 extends JsonSerializer<Binary> {
        @Override
        public void serialize(Binary bytes, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeBinary(bytes.getBytes());
        }
    }
}
