package org.mxcensus.bucket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The head of an HTTP/1.1 request.
///
/// @param line method, path, version
/// @param fields as they came
record Request(String line, List<String> fields) {

    /// Reads up to the empty line.
    static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        List<String> lines = new ArrayList<>(
                head.toString(StandardCharsets.ISO_8859_1).lines().toList());
        return new Request(
                lines.removeFirst(),
                lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /// Whether an object is to be put only where there is none.
    boolean isConditionalPut() {
        return line.startsWith("PUT ")
                && field("if-none-match").filter("*"::equals).isPresent();
    }

    /// The path without the query.
    String path() {
        return line.split(" ")[1].replaceAll("\\?.*", "");
    }

    boolean awaitsContinue() {
        return field("expect").isPresent();
    }

    int bodyLength() {
        return field("content-length").map(Integer::parseInt).orElse(0);
    }

    private Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> isNamed(field, name))
                .map(field -> field.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static boolean isNamed(String field, String name) {
        return field.toLowerCase(Locale.ROOT).startsWith(name + ":");
    }

    /// What goes on to the storage: the same, for a connection of its own. Neither field is part of a signature.
    byte[] forwarded() {
        Stream<String> kept =
                fields.stream().filter(field -> !isNamed(field, "connection") && !isNamed(field, "expect"));
        return Stream.concat(Stream.concat(Stream.of(line), kept), Stream.of("Connection: close"))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
