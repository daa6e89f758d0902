package org.mxcensus.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.world.DomainSpec;

/// What clients of a lab need, as files.
///
/// @param ca the lab's root certificate, PEM
/// @param trustAnchor the DS and DNSKEY records of its root
/// @param domains its domains, one a line
record LabFiles(Path ca, Path trustAnchor, Path domains) {

    /// @throws UserError where they cannot be written
    static LabFiles write(Lab lab, Path directory) {
        LabFiles files = new LabFiles(
                directory.resolve("ca.pem"), directory.resolve("trust-anchor"), directory.resolve("domains.txt"));
        try {
            Files.createDirectories(directory);
            Files.writeString(files.ca, lab.caPem());
            Files.writeString(files.trustAnchor, lab.trustAnchor());
            Files.writeString(
                    files.domains,
                    lab.world().domains().stream().map(DomainSpec::name).collect(Collectors.joining("\n", "", "\n")));
            return files;
        } catch (IOException e) {
            throw new UserError(
                    "The lab's files cannot be written to %s (%s); name another directory with --files."
                            .formatted(directory, e),
                    e);
        }
    }

    /// The options with which `crawl` and `check` look at this lab.
    String flags(Lab lab) {
        return "--resolver 127.0.0.1:%d --smtp-port %d --https-port %d --ca-file %s --trust-anchor %s --allow-reserved"
                .formatted(lab.resolver().getPort(), lab.smtpPort(), lab.httpsPort(), ca, trustAnchor);
    }
}
