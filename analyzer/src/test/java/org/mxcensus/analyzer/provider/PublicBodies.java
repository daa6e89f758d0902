package org.mxcensus.analyzer.provider;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.mxcensus.datasets.names.DomainNames;

/// Domains of real public bodies with the first of their MX hosts.
final class PublicBodies {
    private PublicBodies() {}

    /// @param domain A-labels
    record Body(String domain, String host) {}

    /// Whoever has MX records; the test is skipped where the data are not at hand.
    static List<Body> withMx() throws IOException {
        List<Body> bodies = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data("mx"), "public-bodies-*.csv.gz")) {
            for (Path file : files) {
                read(file, bodies);
            }
        }
        return bodies;
    }

    /// A folder of the real data.
    static Path data(String folder) {
        String data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the public bodies' MX records are not at hand");
        return Path.of(String.valueOf(data), folder);
    }

    private static void read(Path file, List<Body> bodies) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", 3);
                if (cells.length == 3 && !cells[1].isBlank()) {
                    String host = cells[1].split(" ", 2)[0];
                    DomainNames.normalize(cells[0]).value().ifPresent(domain -> bodies.add(new Body(domain, host)));
                }
            }
        }
    }
}
