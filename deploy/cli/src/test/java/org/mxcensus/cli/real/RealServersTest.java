package org.mxcensus.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.world.World;
import org.mxcensus.ledger.RealServer;

/// Given the world of `deploy/lab/real`, a crawl of the real servers that play it says what a crawl of the lab says.
@Tag("full")
class RealServersTest {
    private static final Path WORLD = Path.of("../lab/real/world.jsonl");

    /// By `deploy/lab/real/run`.
    private static final String NAMED = "mxcensus.real.world";

    @TempDir
    static Path folder;

    private static Comparison crawls;

    @BeforeAll
    static void crawlBoth() throws Exception {
        Path world = folder.resolve("world.jsonl");
        world().write(world);
        Stream.of("ip", "nsd", "knotd", "named", "pdns_server", "pdnsutil", "unbound", "postfix", "nginx")
                .forEach(RealServer::require);
        RealServer.require(NginxFiles.MAIL_MODULE);
        // From here they can be fetched, and from a network of its own they cannot.
        RealServer.unpack(folder.resolve("exim-at-hand"), "trixie", EximFiles.PACKAGE);
        RealServer.unpack(folder.resolve("opensmtpd-at-hand"), "trixie", OpenSmtpdFiles.PACKAGE);
        assumeTrue(OwnNetwork.isPossible(), "without root nobody can make a network of its own (unshare -n)");
        // The servers' own users come by here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        OwnNetwork.run(folder, BothCrawls.class, world.toString(), folder.toString());
        LocalDate date = LocalDate.parse(BothCrawls.DATE);
        crawls = new Comparison(new Dataset(folder.resolve("lab"), date), new Dataset(folder.resolve("real"), date));
    }

    /// The one that was named, or that of `deploy/lab/real` and with it all of the lab's fixtures that real servers
    /// play.
    private static World world() {
        String named = System.getProperty(NAMED);
        World given = World.read(named == null ? WORLD : Path.of(named));
        Playable.check(given);
        return named != null
                ? given
                : World.of(Stream.concat(given.specs().stream(), Playable.part(World.everyFixture()).specs().stream())
                        .distinct()
                        .toList());
    }

    @Test
    @DisabledIfSystemProperty(named = NAMED, matches = ".*", disabledReason = "another world may have fewer hosts")
    void everyMailServerGreetedInItsWay() {
        assertThat(crawls.real().rows(Table.SMTP))
                .extracting(SmtpRow::banner)
                .anyMatch(banner -> banner.endsWith("ESMTP Postfix"))
                .anyMatch(banner -> banner.contains("ESMTP Exim "))
                .anyMatch(banner -> banner.endsWith("ESMTP OpenSMTPD"))
                // nginx, which says nothing else of itself.
                .anyMatch(banner -> banner.endsWith("ESMTP ready"))
                .noneMatch(banner -> banner.endsWith("mxcensus lab"));
    }

    @Test
    void theirEvidenceIsTheSame() {
        assertThat(crawls.lab().rows(Table.DOMAINS)).isNotEmpty();
        assertThat(crawls.unexplained(Table.OBSERVED)).isEmpty();
    }

    @Test
    void theirVerdictsAreTheSame() {
        assertThat(crawls.lab().rows(Table.DOMAIN_VERDICTS)).isNotEmpty();
        assertThat(crawls.unexplained(Table.JUDGED)).isEmpty();
    }
}
