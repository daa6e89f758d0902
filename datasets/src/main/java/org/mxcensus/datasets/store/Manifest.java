package org.mxcensus.datasets.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a crawl's dataset consists of and where it comes from. A file that is not listed does not count.
///
/// @param crawl the date that names the crawl
/// @param created when this manifest was written
/// @param program name and version of the program, with the commit it was built from
/// @param schemaVersion version of the tables
/// @param configuration what the crawl was run with
/// @param sources what was to be measured
/// @param versions of what the verdicts depend on: `judge`, `public_suffix_list`, `providers`, `trust_store`,
/// `families`
///     that were reached, `previous`: the crawl that was taken as the one before, and of a scan of others what its
///     client `offers`
/// @param counts of what was observed, such as `domains` or `smtp.TLS_ESTABLISHED`
/// @param files every file of every table
public record Manifest(
        LocalDate crawl,
        Instant created,
        Program program,
        int schemaVersion,
        Map<String, String> configuration,
        List<Source> sources,
        SortedMap<String, String> versions,
        SortedMap<String, Long> counts,
        List<TableFile> files) {

    /// In `configuration`: the scanner of others that looked, `zgrab2`; not there where this program did.
    public static final String SCANNER = "scanner";

    /// @param commit the commit that it was built from, or `unknown`
    public record Program(String name, String version, String commit) {}

    /// @param name the source's name in table frame
    /// @param input the file's name as given, without its folder
    /// @param sha256 of the input as read
    /// @param domains how many domains of it are in the frame
    /// @param zoneSerial of the zone's SOA; null where the input is no zone
    /// @param malformed lines that could not be read and were left out
    /// @param simulated the world behind it is a simulation
    /// @param sample the share of its domains that was to be drawn into the frame; null where all are in it
    /// @param population how many domains it names, of which the sample was drawn; null in manifests of earlier
    ///     versions
    public record Source(
            String name,
            String input,
            String sha256,
            long domains,
            @Nullable Long zoneSerial,
            long malformed,
            boolean simulated,
            @Nullable Double sample,
            @Nullable Long population) {

        /// The same with another number of domains in the frame.
        public Source withDomains(long others) {
            return new Source(name, input, sha256, others, zoneSerial, malformed, simulated, sample, population);
        }

        /// One whose domains are all in the frame.
        public static Source whole(
                String name,
                String input,
                String sha256,
                long domains,
                @Nullable Long zoneSerial,
                long malformed,
                boolean simulated) {
            return new Source(name, input, sha256, domains, zoneSerial, malformed, simulated, null, domains);
        }
    }

    /// @param table the table's name
    /// @param path the file's name in the store
    /// @param rows how many rows it has
    public record TableFile(String table, String path, String sha256, long bytes, long rows) {}

    public Manifest {
        files = List.copyOf(files);
    }

    /// The same crawl with other files.
    public Manifest withFiles(List<TableFile> others) {
        return new Manifest(crawl, created, program, schemaVersion, configuration, sources, versions, counts, others);
    }

    /// The same crawl with other versions of what the verdicts depend on.
    public Manifest withVersions(SortedMap<String, String> others) {
        return new Manifest(crawl, created, program, schemaVersion, configuration, sources, others, counts, files);
    }

    /// The same crawl with another configuration.
    public Manifest withConfiguration(Map<String, String> other) {
        return new Manifest(crawl, created, program, schemaVersion, other, sources, versions, counts, files);
    }

    /// The same crawl with other numbers of what was to be measured and what was observed.
    public Manifest withCounts(List<Source> otherSources, SortedMap<String, Long> otherCounts) {
        return new Manifest(
                crawl, created, program, schemaVersion, configuration, otherSources, versions, otherCounts, files);
    }

    /// The names of a table's files.
    public List<String> paths(String table) {
        return files.stream()
                .filter(file -> file.table().equals(table))
                .map(TableFile::path)
                .toList();
    }
}
