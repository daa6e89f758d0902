package org.mxcensus.cli.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the workers of a crawl have written down.
///
/// @param lines of all of them
record WorkerLogs(List<String> lines) {

    static WorkerLogs in(Path data) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return new WorkerLogs(lines);
    }

    long count(String words) {
        return lines.stream().filter(line -> line.contains(words)).count();
    }

    /// What is worse than a warning; Kafka's clients call it an error that a session has ended.
    List<String> errors() {
        return lines.stream()
                .filter(line -> line.contains(" ERROR ") && !line.contains(" o.a.k."))
                .toList();
    }
}
