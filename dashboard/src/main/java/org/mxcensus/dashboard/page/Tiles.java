package org.mxcensus.dashboard.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where country codes stand on the map of tiles, from `tiles.txt`.
final class Tiles {
    private static final String NOBODY = "..";

    /// All of them, row by row, in which order a keyboard reaches them.
    static final List<Place> PLACES = read();

    private Tiles() {}

    /// @param code a top-level domain of a country or territory
    /// @param column from 0, in the west
    /// @param row from 0, in the north
    record Place(String code, int column, int row) {}

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
