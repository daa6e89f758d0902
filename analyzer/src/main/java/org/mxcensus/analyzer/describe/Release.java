package org.mxcensus.analyzer.describe;

import java.time.LocalDate;
import java.util.List;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.datasets.store.Manifest;

/// A release, as its descriptions need it.
///
/// @param crawls the manifests, oldest first; at least one
/// @param files all data files
/// @param tier how much of the census it has
/// @param publisher who publishes it
public record Release(List<Manifest> crawls, List<ReleaseFile> files, Tier tier, String publisher) {
    /// The licence of the data, by its name in the list of SPDX.
    static final String LICENCE = "CC-BY-4.0";

    static final String LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/";
    static final String NAME = "mxcensus";

    /// What a manifest says of names that are left out of a crawl's rows, among the configuration: how many rows that
    /// were, by table.
    public static final String WITHHELD = "export_withheld_rows";

    static final List<String> KEYWORDS =
            List.of("SMTP", "STARTTLS", "DANE", "DNSSEC", "MTA-STS", "TLSRPT", "TLS", "email", "measurement");

    public Release {
        crawls = List.copyOf(crawls);
        files = List.copyOf(files);
    }

    String title() {
        return "%sCensus of mail transport security, %s to %s"
                .formatted(isSimulated() ? "Simulated: " : "", first(), last());
    }

    String description() {
        return ("How mail to the domains of %s is protected on its way (MX, DNSSEC, DANE, MTA-STS, TLSRPT, STARTTLS), measured by %s %s."
                        + " %d %s. It has %s. %sWhat could not be told is counted as unmeasured and never as no; SCHEMA.md says"
                        + " what each column means.")
                .formatted(
                        String.join(", ", sources()),
                        NAME,
                        newest().program().version(),
                        crawls.size(),
                        crawls.size() == 1 ? "crawl" : "crawls",
                        tier.phrase(),
                        isWithholding()
                                ? "Names whose owners do not want to be in it are left out of its rows and counted in its figures; the"
                                        + " manifests say how many rows that were. "
                                : "");
    }

    private boolean isWithholding() {
        return crawls.stream().anyMatch(crawl -> crawl.configuration().containsKey(WITHHELD));
    }

    private boolean isSimulated() {
        return crawls.stream().flatMap(crawl -> crawl.sources().stream()).anyMatch(Manifest.Source::simulated);
    }

    List<String> sources() {
        List<String> names = crawls.stream()
                .flatMap(crawl -> crawl.sources().stream())
                .map(Manifest.Source::name)
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty() ? List.of("a list") : names;
    }

    Manifest newest() {
        return crawls.getLast();
    }

    LocalDate first() {
        return crawls.getFirst().crawl();
    }

    LocalDate last() {
        return newest().crawl();
    }

    /// The day of the newest crawl, as a version of three numbers.
    String version() {
        return "%d.%d.%d".formatted(last().getYear(), last().getMonthValue(), last().getDayOfMonth());
    }
}
