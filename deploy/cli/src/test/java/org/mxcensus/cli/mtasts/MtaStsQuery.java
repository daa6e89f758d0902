package org.mxcensus.cli.mtasts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.RealServer;

/// `mta-sts-query`, asked about every domain of a world.
///
/// It knows no ports but 53 and 443, and no resolver but that of `/etc/resolv.conf`. So it runs in network and mount
/// namespaces of its own, and the world with it.
final class MtaStsQuery {
    /// The program's own entry point, once a domain: one Python for all, as starting it takes longer than asking.
    private static final String EACH_LINE = """
            import sys
            from postfix_mta_sts_resolver.__main__ import main
            for line in sys.stdin.read().split():
                sys.argv[1:] = [line]
                print(line, end=" ")
                main()
            """;

    /// A busy machine is no reason to give up, and nothing is reason to wait for ever.
    private static final long PATIENCE_MINUTES = 10;

    private static final String IN_NAMESPACES =
            "mount --bind \"$1\" /etc/resolv.conf && ip link set lo up && shift && exec \"$@\"";
    private static final Pattern ANSWER = Pattern.compile("(\\S+) \\(<STSFetchResult\\.(\\w+): \\d>, (.*)\\)");
    private static final Pattern POLICY = Pattern.compile("\\('(.*?)', \\{.*'mode': '(.*?)'.*\\}\\)");

    private MtaStsQuery() {}

    /// @return by domain: `NONE`, `FETCH_ERROR`, or `VALID` with mode and id
    static Map<String, String> ask(World world, Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "namespaces take root");
        RealServer.require("mta-sts-query");
        Path said = folder.resolve("said");
        Path log = folder.resolve("log");
        world.write(folder.resolve("world"));
        Process process = new ProcessBuilder(command(folder))
                .redirectOutput(said.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said) + Files.readString(log));
        }
        return Files.readAllLines(said).stream()
                .map(ANSWER::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(answer -> answer.group(1), MtaStsQuery::verdict));
    }

    /// This program in namespaces of its own, where its resolver is that of the world.
    private static List<String> command(Path folder) throws IOException {
        Path resolver = Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
        return List.of(
                RealServer.require("unshare").toString(),
                "--net",
                "--mount",
                "sh",
                "-c",
                IN_NAMESPACES,
                "sh",
                resolver.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                MtaStsQuery.class.getName(),
                folder.toString());
    }

    private static String verdict(Matcher answer) {
        Matcher policy = POLICY.matcher(answer.group(3));
        return policy.matches() ? answer.group(2) + " " + policy.group(2) + " " + policy.group(1) : answer.group(2);
    }

    /// Inside the namespaces: a world at the ports that the program knows, and the program.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        World world = World.read(folder.resolve("world"));
        try (Lab lab = Lab.start(world, LabOptions.defaults().withPorts(53, 0, 443))) {
            Process running = python(Files.writeString(folder.resolve("ca.pem"), lab.caPem()));
            List<String> domains =
                    world.domains().stream().map(DomainSpec::name).toList();
            running.getOutputStream().write(String.join("\n", domains).getBytes(StandardCharsets.UTF_8));
            running.getOutputStream().close();
            if (running.waitFor() != 0) {
                throw new IllegalStateException("the program failed");
            }
        }
    }

    private static Process python(Path trusted) throws IOException {
        ProcessBuilder python = new ProcessBuilder("/usr/bin/python3", "-c", EACH_LINE)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        python.environment().put("SSL_CERT_FILE", trusted.toString());
        return python.start();
    }
}
