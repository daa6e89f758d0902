package org.mxcensus.analyzer.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifests;

/// Rows on their way from DuckDB to records: as JSON, in which moments are microseconds and bytes are hexadecimal.
final class RowJson {
    private static final JsonMapper MAPPER = Manifests.JSON
            .rebuild()
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new Moments())
                    .addDeserializer(Binary.class, new Bytes()))
            .build();

    private RowJson() {}

    static <R extends Record> R read(Table<R> table, String json) {
        try {
            return MAPPER.readValue(json, table.row());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of " + table + " that is none: " + json, e);
        }
    }

    /// The part of a SELECT that gives moments and bytes their form; empty where a table has none.
    static String replacements(Table<?> table) {
        String replaced = Stream.of(table.row().getRecordComponents())
                .flatMap(RowJson::replacement)
                .collect(Collectors.joining(", "));
        return replaced.isEmpty() ? "" : "REPLACE (" + replaced + ")";
    }

    private static Stream<String> replacement(RecordComponent component) {
        String column = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
        if (component.getType() == Instant.class) {
            return Stream.of("epoch_us(%1$s) AS %1$s".formatted(column));
        }
        return component.getType() == Binary.class ? Stream.of("hex(%1$s) AS %1$s".formatted(column)) : Stream.empty();
    }

    private static final class Moments extends StdDeserializer<Instant> {
        Moments() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.EPOCH.plus(parser.getLongValue(), ChronoUnit.MICROS);
        }
    }

    private static final class Bytes extends StdDeserializer<Binary> {
        Bytes() {
            super(Binary.class);
        }

        @Override
        public Binary deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Binary.fromConstantByteArray(HexFormat.of().parseHex(parser.getText()));
        }
    }
}
