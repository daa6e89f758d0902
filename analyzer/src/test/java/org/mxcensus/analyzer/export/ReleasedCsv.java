package org.mxcensus.analyzer.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The figures of a release as CSV.
final class ReleasedCsv {
    private static final String TOGETHER = "adoption.csv";

    private ReleasedCsv() {}

    /// The files, oldest crawl first.
    static List<Path> files(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release.resolve("csv"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// The header, then the rows of all crawls. Earlier versions of the program made one file of them.
    static List<String> lines(Path release) throws IOException {
        if (Files.exists(release.resolve(TOGETHER))) {
            return Files.readAllLines(release.resolve(TOGETHER));
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files(release)) {
            List<String> ofCrawl = unpacked(file);
            lines.addAll(lines.isEmpty() ? ofCrawl : ofCrawl.subList(1, ofCrawl.size()));
        }
        return lines;
    }

    static List<String> unpacked(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
