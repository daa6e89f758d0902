package org.mxcensus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;

/// A running world, and the words with which the command is pointed at it.
///
/// @param lab the world
/// @param ca the file with its root certificate
/// @param anchor the file with its trust anchor
public record TestLab(Lab lab, Path ca, Path anchor) implements AutoCloseable {

    public static TestLab start(World world, Path folder) {
        Lab lab = Lab.start(world, LabOptions.defaults());
        try {
            return new TestLab(
                    lab,
                    Files.writeString(folder.resolve("lab-ca.pem"), lab.caPem()),
                    Files.writeString(folder.resolve("lab-anchor"), lab.trustAnchor()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `words`, and how to look at this lab.
    public List<String> with(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--resolver",
                "127.0.0.1:" + lab.resolver().getPort(),
                "--smtp-port",
                String.valueOf(lab.smtpPort()),
                "--https-port",
                String.valueOf(lab.httpsPort()),
                "--ca-file",
                ca.toString(),
                "--allow-reserved"));
        return all;
    }

    /// Its domains as a list, a file.
    public Path list(Path folder) {
        try {
            return Files.write(
                    folder.resolve("domains.txt"),
                    lab.world().domains().stream().map(DomainSpec::name).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
