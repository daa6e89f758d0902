package org.mxcensus.cli.options;

import java.time.Clock;
import java.util.Optional;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.preflight.Clearance;
import org.mxcensus.crawler.preflight.Report;
import org.mxcensus.crawler.preflight.ReportFile;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Whether strangers may be called at.
public final class ClearanceOption {

    @Option(
            names = "--i-have-checked",
            description = "Call at the internet without a passed `mxcensus preflight`, because you have seen to all of"
                    + " that yourself. The manifest says so.")
    private boolean haveChecked;

    /// @param store where a report would lie
    /// @return on what grounds, for the manifest; empty in a lab, which calls at nobody else
    /// @throws UserError where there are none
    Optional<String> require(ProbeConfig config, Store store, Clock clock) {
        if (config.allowReserved()) {
            return Optional.empty();
        }
        if (haveChecked) {
            return Optional.of("none: somebody said --i-have-checked");
        }
        ReportFile file = new ReportFile(store);
        Optional<Report> report = file.find();
        String name = config.smtp().ehloName();
        Optional<String> objection = Clearance.objection(report, name, clock.instant());
        if (objection.isPresent()) {
            throw new UserError(
                    "Before strangers are called at, `mxcensus preflight --data %s --ehlo %s` must pass, and %s; run it, or add --i-have-checked if you have seen to all of that yourself."
                            .formatted(store, name, objection.get()));
        }
        return Optional.of(
                "passed at %s, sha256 %s".formatted(report.orElseThrow().at(), file.sha256()));
    }
}
