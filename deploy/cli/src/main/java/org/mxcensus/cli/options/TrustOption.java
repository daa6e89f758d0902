package org.mxcensus.cli.options;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Option;

/// Whose certificates the judges trust.
public final class TrustOption {

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "The root certificates to trust (default: those that come with Java).")
    private Optional<Path> caFile = Optional.empty();

    /// @throws UserError where the file is of no use
    public TrustRoots roots() {
        return caFile.map(TrustOption::read).orElseGet(TrustRoots::ofJdk);
    }

    private static TrustRoots read(Path file) {
        TrustRoots roots;
        try {
            roots = TrustRoots.ofPem(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file %s; give one in PEM form with --ca-file.".formatted(file), e);
        } catch (AccessDeniedException e) {
            throw new UserError(
                    "%s may not be read; mend its permissions or give another file with --ca-file.".formatted(file), e);
        } catch (IOException | CertificateException e) {
            throw new UserError(
                    "Cannot read certificates from %s (%s); give a file in PEM form with --ca-file."
                            .formatted(file, e.getMessage()),
                    e);
        }
        if (roots.size() == 0) {
            throw new UserError("%s holds no certificate; give a file in PEM form with --ca-file.".formatted(file));
        }
        return roots;
    }
}
