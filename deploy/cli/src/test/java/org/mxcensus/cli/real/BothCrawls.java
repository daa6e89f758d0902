package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.Daemon;

/// The first process of a network of its own: crawls a world as the lab serves it, and once more as real servers do.
public final class BothCrawls {
    static final String DATE = "2026-08-01";

    private static final int SMTP_PORT = 25;
    private static final int HTTPS_PORT = 443;

    /// The lab's resolver, beside Unbound.
    private static final int LAB_PORT = 5353;

    private BothCrawls() {}

    /// Arguments: a world file, and a folder for all that is written.
    public static void main(String[] args) {
        OwnNetwork.dieWithWhoeverRunsUs();
        World given = World.read(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        Delegated delegated = Delegated.of(given);
        LabOptions options =
                LabOptions.defaults().withPorts(LAB_PORT, SMTP_PORT, HTTPS_PORT).withValidAt(Instant.now());
        Path list = Tool.write(
                folder.resolve("domains.txt"),
                given.domains().stream().map(DomainSpec::name).collect(Collectors.joining("\n", "", "\n")));
        Path ca;
        Map<String, Path> zones;
        String trustAnchor;
        try (Lab lab = Lab.start(delegated.world(), options)) {
            ca = Tool.write(folder.resolve("ca.pem"), lab.caPem());
            zones = lab.writeZones(folder.resolve("zones"));
            trustAnchor = lab.trustAnchor();
            crawl(list, ca, LAB_PORT, folder.resolve("lab"));
        }
        Authority authority = new Authority(options.seed(), options.validAt());
        try (RealNames _ = RealNames.start(folder, delegated, zones, trustAnchor);
                RealMail _ = RealMail.start(folder, MailHost.all(given, authority));
                Daemon _ = RealPolicies.start(folder.resolve("policies"), given, authority)) {
            crawl(list, ca, 53, folder.resolve("real"));
        }
        System.exit(0);
    }

    private static void crawl(Path list, Path ca, int resolverPort, Path data) {
        CommandRun run = CommandRun.of(
                        "crawl",
                        list.toString(),
                        "--data",
                        data.toString(),
                        "--crawl",
                        DATE,
                        "--resolver",
                        OwnNetwork.RESOLVER + ":" + resolverPort,
                        "--ca-file",
                        ca.toString(),
                        "--pace",
                        "lab",
                        "--allow-reserved")
                .done();
        System.out.println(run.out());
    }
}
