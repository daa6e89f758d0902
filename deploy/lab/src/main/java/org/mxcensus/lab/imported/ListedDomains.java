package org.mxcensus.lab.imported;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.mxcensus.datasets.store.UserError;

/// Reads lists of domains with their exchanges: columns `domain`, `mx` (names with spaces between, most preferred
/// first), `spf`.
final class ListedDomains {

    private static final List<String> COLUMNS = List.of("domain", "mx", "spf");

    private ListedDomains() {}

    /// A line of the list.
    ///
    /// @param domain A-labels
    /// @param spf the SPF record; empty where there is none
    record Listed(String domain, List<String> exchanges, String spf) {
        Listed {
            exchanges = List.copyOf(exchanges);
        }
    }

    static List<Listed> read(Path csvGz) {
        List<Listed> listed = new ArrayList<>();
        try (BufferedReader lines = open(csvGz)) {
            Csv csv = new Csv(lines);
            List<String> header = csv.next().orElse(List.of());
            if (header.size() < COLUMNS.size()
                    || !header.subList(0, COLUMNS.size()).equals(COLUMNS)) {
                throw new UserError("The list " + csvGz + " does not begin with the columns domain,mx,spf: "
                        + "check that it is a list of domains with their MX hosts.");
            }
            for (Optional<List<String>> record = csv.next(); record.isPresent(); record = csv.next()) {
                listed.add(listed(record.get(), csvGz));
            }
        } catch (IOException failure) {
            throw new UserError("The list " + csvGz + " cannot be read (" + UserError.why(failure)
                    + "): check that it exists and is compressed with gzip.");
        }
        return listed;
    }

    private static Listed listed(List<String> values, Path csvGz) {
        if (values.size() < COLUMNS.size()) {
            throw new UserError("The list " + csvGz + " has a record '" + values.getFirst() + "' without the columns "
                    + "domain,mx,spf: drop it or fill it up.");
        }
        String exchanges = values.get(1).strip();
        return new Listed(
                IDN.toASCII(values.get(0)),
                exchanges.isEmpty() ? List.of() : List.of(exchanges.split("\\s+")),
                values.get(2));
    }

    private static BufferedReader open(Path csvGz) throws IOException {
        InputStream in = Files.newInputStream(csvGz);
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    }
}
