package org.mxcensus.cli.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.mxcensus.ledger.RealServer;

/// `posttls-finger`, Postfix's client that looks and sends nothing.
///
/// @param folder holds its configuration
record PosttlsFinger(Path folder) {

    /// A host that answers takes less than one.
    private static final int PATIENCE_SECONDS = 60;

    static PosttlsFinger in(Path folder) throws IOException {
        Path configuration = Files.createDirectory(folder.resolve("finger"));
        Files.writeString(
                configuration.resolve("main.cf"),
                "compatibility_level = 3.6\ninet_protocols = ipv4\nmyhostname = sender.invalid\n");
        return new PosttlsFinger(configuration);
    }

    /// All that it says about a domain, dates and process numbers left out.
    String see(String domain) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        RealServer.require("posttls-finger").toString(),
                        "-c",
                        "-l",
                        "dane-only",
                        "-o",
                        "dnssec_probe=",
                        "-L",
                        "routine,certmatch",
                        domain)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("MAIL_CONFIG", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return said;
    }
}
