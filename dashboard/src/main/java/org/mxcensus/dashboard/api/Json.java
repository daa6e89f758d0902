package org.mxcensus.dashboard.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.store.Manifests;

/// Writes answers in the dataset's dialect of JSON; bytes are base64.
public final class Json {
    private static final ObjectMapper MAPPER = Manifests.JSON
            .copy()
            .disable(SerializationFeature.INDENT_OUTPUT)
            .registerModule(new Jdk8Module())
            .registerModule(new SimpleModule().addSerializer(Binary.class, new JsonSerializer<>() {
                @Override
                public void serialize(Binary bytes, JsonGenerator out, SerializerProvider provider) throws IOException {
                    out.writeBinary(bytes.getBytes());
                }
            }));

    private Json() {}

    /// A document as text in one line.
    public static String text(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that is no JSON: " + document.getClass(), e);
        }
    }

    /// Answers with a document.
    public static void answer(Context context, Object document) {
        try {
            context.contentType("application/json").result(MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that is no JSON: " + document.getClass(), e);
        }
    }

    /// Answers with a status and one sentence.
    public static void refuse(Context context, HttpStatus status, String sentence) {
        context.status(status);
        answer(context, Map.of("error", sentence));
    }
}
