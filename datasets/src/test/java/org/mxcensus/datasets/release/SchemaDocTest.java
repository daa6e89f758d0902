package org.mxcensus.datasets.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.schema.SchemaVersion;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifests;

/// `schema.json` is what the comments on the row records say, and they say what each column means, and what null does.
class SchemaDocTest {
    private static final String WRITE = "mxcensus.schema.write";
    private static final Path SOURCES = Path.of("src/main/java/org/mxcensus/datasets");
    private static final Path FILE =
            Path.of("src/main/resources/org/mxcensus/datasets/release").resolve(SchemaDoc.FILE);
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "int32",
            Integer.class, "int32",
            long.class, "int64",
            Long.class, "int64",
            Instant.class, "timestamp",
            Binary.class, "binary");
    private static final Pattern NULL = Pattern.compile("^(.*?)(?:[;.,] |^)null (.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(".*\\bin (seconds|milliseconds|bits)\\b.*");

    private final List<String> gaps = new ArrayList<>();
    private final SortedMap<String, List<ValueDoc>> values = new TreeMap<>();

    @Test
    void theDocumentIsWhatTheCommentsSay() throws IOException {
        Comments comments = Comments.of(SOURCES.resolve("schema"), SOURCES.resolve("observation"));
        List<TableDoc> tables = Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream())
                .map(table -> new TableDoc(
                        table.name(),
                        table.key(),
                        comments.head(table.row()).orElse("").replaceFirst("^Table `\\w+`, key [^:]*: (see .*)?", ""),
                        columns(table.row(), comments)))
                .toList();
        String text = Manifests.JSON.writeValueAsString(new SchemaDoc(SchemaVersion.CURRENT, tables, values)) + "\n";

        assertThat(gaps).as("what comments on row records do not say").isEmpty();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("write it anew: mvn -pl datasets test -Dtest=SchemaDocTest -D%s=true", WRITE)
                .content()
                .isEqualTo(text);
    }

    @Test
    void theDocumentIsRead() {
        assertThat(SchemaDoc.load().tables())
                .extracting(TableDoc::name)
                .containsExactlyElementsOf(Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream())
                        .map(Table::name)
                        .toList());
    }

    private List<ColumnDoc> columns(Class<?> row, Comments comments) {
        return Stream.of(row.getRecordComponents())
                .map(column -> column(row, column, comments))
                .toList();
    }

    private ColumnDoc column(Class<?> row, RecordComponent column, Comments comments) {
        boolean list = column.getGenericType() instanceof ParameterizedType;
        Type type = column.getGenericType() instanceof ParameterizedType of
                ? of.getActualTypeArguments()[0]
                : column.getGenericType();
        String comment = comments.member(row, column.getName()).orElse("");
        Matcher split = NULL.matcher(comment);
        boolean saysNull = split.matches();
        if (comment.isEmpty() || isNullable(column.getAnnotatedType()) && !saysNull) {
            gaps.add(row.getSimpleName() + "." + column.getName());
        }
        String meaning = saysNull ? split.group(1) : comment;
        Matcher unit = UNIT.matcher(meaning);
        Class<?> raw = (Class<?>) type;
        return new ColumnDoc(
                snake(column.getName()),
                raw.isRecord() ? "struct" : raw.isEnum() ? "string" : TYPES.get(type),
                list,
                meaning,
                isNullable(column.getAnnotatedType()) ? split.group(2) : null,
                unit.matches() ? unit.group(1) : null,
                raw.isEnum() ? values(raw, comments) : null,
                raw.isRecord() ? columns(raw, comments) : List.of());
    }

    private String values(Class<?> set, Comments comments) {
        values.computeIfAbsent(
                set.getSimpleName(),
                _ -> Stream.of(set.getEnumConstants())
                        .map(constant -> new ValueDoc(
                                constant.toString(),
                                Optional.of(comments.member(set, constant.toString()))
                                        .flatMap(text -> text)
                                        .orElse("")))
                        .toList());
        return set.getSimpleName();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /// As the files name columns.
    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
