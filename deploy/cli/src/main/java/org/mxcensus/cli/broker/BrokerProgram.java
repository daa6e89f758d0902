package org.mxcensus.cli.broker;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.UserError;

/// The broker as it was built: a jar with its libraries beside it.
///
/// @param jar which says itself what belongs to it
public record BrokerProgram(Path jar) {
    private static final String JAR = "mxcensus-broker.jar";

    /// Where another folder with the broker is named; tests do.
    private static final String PROPERTY = "mxcensus.broker";

    /// The one that lies beside this program.
    ///
    /// @throws UserError where there is none
    public static BrokerProgram installed() {
        Path folder = Optional.ofNullable(System.getProperty(PROPERTY))
                .map(Path::of)
                .orElseGet(BrokerProgram::besideThisProgram);
        Path jar = folder.resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new UserError(
                    "The broker is not where it belongs (%s); build it with `mvn package`, or take the whole folder along."
                            .formatted(jar));
        }
        return new BrokerProgram(jar);
    }

    /// The program is a jar in a folder with the broker's, or still a folder of classes beside the one that was
    /// packed.
    private static Path besideThisProgram() {
        try {
            Path code = Path.of(BrokerProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling(Files.isDirectory(code) ? "app/broker" : "broker");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The command line that runs it on this JDK.
    ///
    /// @param javaOptions more options for its JVM, in one line
    /// @param words its own
    List<String> command(String javaOptions, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Kafka maps its indexes itself; the records stay in the system's cache, not on the heap.
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders"));
        Stream.of(javaOptions.strip().split("\\s+"))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(words);
        return command;
    }
}
