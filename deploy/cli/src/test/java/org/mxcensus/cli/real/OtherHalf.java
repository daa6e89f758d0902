package org.mxcensus.cli.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.mxcensus.cli.JavaCommand;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.generate.GeneratedWorld;

/// The process that plays half of the mail servers of a [Pipeline]: each listens at a socket of its own, and one
/// process may not open so many.
final class OtherHalf implements AutoCloseable {
    private static final String READY = "ready";

    /// Nobody asks this process for names or policies.
    private static final int DNS_PORT = 5354;

    private static final int HTTPS_PORT = 8443;

    private final Process process;

    private OtherHalf(Process process) {
        this.process = process;
    }

    /// Starts it; all listen when this returns.
    ///
    /// @param validAt as the first half has it, so that both have the same certificates
    static OtherHalf start(int domains, Instant validAt, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        JavaCommand.of(List.of("-Xmx4g"), OtherHalf.class, List.of("" + domains, validAt.toString())))
                .redirectError(log.toFile())
                .start();
        Pipeline.await(process.inputReader(StandardCharsets.UTF_8), READY);
        return new OtherHalf(process);
    }

    /// Arguments: how many domains, the instant.
    public static void main(String[] args) {
        OwnNetwork.dieWithWhoeverRunsUs();
        LabOptions options = LabOptions.defaults()
                .withPorts(DNS_PORT, Pipeline.SMTP_PORT, HTTPS_PORT)
                .withValidAt(Instant.parse(args[1]))
                .withShare(Pipeline.share(1));
        Lab.start(Pipeline.world(new GeneratedWorld(Pipeline.SEED, Integer.parseInt(args[0]))), options);
        System.out.println(READY);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
