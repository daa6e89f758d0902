package org.mxcensus.dashboard.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where country codes stand on the map of tiles, from `tiles.txt`.
public final class Tiles {
    private static final String NOBODY = "..";

    /// All of them, row by row, in which order a keyboard reaches them.
    static final List<Place> PLACES = read();

    private Tiles() {}

    /// @param code a top-level domain of a country or territory
    /// @param column from 0, in the west
    /// @param row from 0, in the north
    record Place(String code, int column, int row) {}

    /// The rules by which each stands in its place: a page has no style of its own.
    public static String style() {
        return Stream.concat(
                        rules("column", PLACES.stream().mapToInt(Place::column)),
                        rules("row", PLACES.stream().mapToInt(Place::row)))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /// Lines of a grid are counted from 1.
    private static Stream<String> rules(String axis, IntStream numbers) {
        return numbers.distinct()
                .sorted()
                .mapToObj(number ->
                        ".tiles [data-%1$s=\"%2$d\"] { grid-%1$s: %3$d; }".formatted(axis, number, number + 1));
    }

    private static List<Place> read() {
        try (InputStream in = Objects.requireNonNull(Tiles.class.getResourceAsStream("tiles.txt"))) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return IntStream.range(0, rows.size())
                    .boxed()
                    .flatMap(row -> places(row, rows.get(row).split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Place> places(int row, String[] codes) {
        return IntStream.range(0, codes.length)
                .filter(column -> !codes[column].equals(NOBODY))
                .mapToObj(column -> new Place(codes[column], column, row));
    }
}
