package org.mxcensus.analyzer.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A question in SQL: the text of a `.sql` file that lies beside the class that asks it.
///
/// In the file `$name` stands for a value, which is bound, and `${name}` for a piece of SQL that our own code made.
///
/// @param sql with `?` where values go
/// @param values in the order of the question marks
public record Question(String sql, List<Object> values) {
    private static final Pattern PIECE = Pattern.compile("\\$\\{(\\w+)}");
    /// Or what may have one that stands for no value: a text, a comment.
    private static final Pattern QUESTION_MARK = Pattern.compile("'(?:[^']|'')*'|--[^\n]*|\\?");

    private static final Pattern VALUE = Pattern.compile("\\$(\\w+)");

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    public Question {
        values = List.copyOf(values);
    }

    /// A question without values or pieces.
    public static Question of(Class<?> room, String name) {
        return named(room, name).build();
    }

    /// @param room the class beside which the file lies
    /// @param name the file's name without `.sql`
    public static Builder named(Class<?> room, String name) {
        return new Builder(text(room, name + ".sql"));
    }

    /// A text of SQL in quotes, for the places where DuckDB binds no values, such as the names of files.
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// All of it as one text, with the values where they go.
    String told() {
        Iterator<Object> next = values.iterator();
        return QUESTION_MARK
                .matcher(sql)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().equals("?") ? literal(next.next()) : m.group()));
    }

    private static String literal(Object value) {
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String text(Class<?> room, String file) {
        return TEXTS.computeIfAbsent(room.getPackageName() + "/" + file, _ -> read(room, file));
    }

    private static String read(Class<?> room, String file) {
        try (InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no question " + file + " beside " + room);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A question that is being filled in.
    public static final class Builder {
        private final String text;
        private final Map<String, String> pieces = new LinkedHashMap<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder(String text) {
            this.text = text;
        }

        /// Puts a piece of SQL in; never with anything from outside in it.
        public Builder piece(String name, String sql) {
            pieces.put(name, sql);
            return this;
        }

        /// Piece `into`: the rows make a table, or go into it where earlier ones have made it.
        public Builder into(String table, boolean first) {
            return piece("into", (first ? "CREATE TABLE %s AS" : "INSERT INTO %s").formatted(table));
        }

        public Builder value(String name, Object value) {
            values.put(name, value);
            return this;
        }

        public Question build() {
            String whole = PIECE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(known(pieces, m.group(1))));
            List<Object> order = new ArrayList<>();
            String sql = VALUE.matcher(whole).replaceAll(m -> {
                order.add(known(values, m.group(1)));
                return "?";
            });
            return new Question(sql, order);
        }

        private static <T> T known(Map<String, T> given, String name) {
            T found = given.get(name);
            if (found == null) {
                throw new IllegalStateException("the question asks for " + name + ", which was not given");
            }
            return found;
        }
    }
}
