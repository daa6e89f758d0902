package org.mxcensus.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes ACCURACY.md: worlds of three seeds in which every verdict and every cause occurs, each crawled in two months,
/// and once more under stress.
///
/// With `-Dmxcensus.accuracy.domains=N` the worlds are of another size, and the document stays in `target`.
@Tag("endurance")
class AccuracyDocumentTest {

    private static final int USUAL_DOMAINS = 50_000;
    private static final int DOMAINS = Integer.getInteger("mxcensus.accuracy.domains", USUAL_DOMAINS);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final Path DOCUMENT = Path.of(DOMAINS == USUAL_DOMAINS ? "../../ACCURACY.md" : "target/ACCURACY.md");

    @TempDir
    private Path folder;

    private final String commit = commit();
    private final List<Long> seeds = new ArrayList<>();
    private final List<Comparison> calm = new ArrayList<>();
    private final List<Comparison> stressed = new ArrayList<>();

    @Test
    void noVerdictIsFalse() throws Exception {
        for (long seed : SEEDS) {
            calm.add(crawled("calm", TwoMonths.calm(seed, DOMAINS)));
            stressed.add(crawled("stressed", TwoMonths.stressed(seed, DOMAINS)));
            seeds.add(seed);
            // After each seed: who has not the time for all has the first ones.
            Files.writeString(DOCUMENT, document().text());
        }

        assertThat(document().verdicts())
                .flatMap(pair -> List.of(pair.calm(), pair.stressed()))
                .allSatisfy(matrix -> assertThat(matrix.wrong()).isEmpty());
    }

    private AccuracyDocument document() {
        return new AccuracyDocument(
                about(),
                AccuracyDocument.Pair.sums(
                        calm.stream().map(Comparison::verdicts).toList(),
                        stressed.stream().map(Comparison::verdicts).toList()),
                AccuracyDocument.Pair.sums(
                        calm.stream().map(Comparison::causes).toList(),
                        stressed.stream().map(Comparison::causes).toList()));
    }

    private Comparison crawled(String how, TwoMonths months) throws Exception {
        Path place = Files.createDirectory(folder.resolve(how + months.seed()));
        return months.compare(place);
    }

    private String about() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return """
                How often verdicts are true, and how many cannot be told: worlds of the lab in which every verdict and every cause
                occurs (`EveryCause`), %,d domains each, seeds %s, each crawled in two months by real DNS, SMTP and HTTPS exchanges.
                The second month's verdicts are compared with what the lab knows to be true. Then all of it once more under stress:
                of the datagrams to and from the resolver five in a hundred are lost, each way; of the connections to mail servers and
                policy hosts two in a hundred are reset, at any stage; the resolver is away for 20 seconds of the second month; one mail
                server in ten says 421 or 450 to whoever calls more than once a second or while others call; an address of policy
                hosts answers four requests a second, the others get 429. `deploy/lab`'s `Stress` does that, by draws that follow from
                the seed. The last of these leaves half of all policies untold, as a crawler would that does not heed such limits.

                Under stress less can be told, and nothing may be told that is false. *Could not be told* counts what the world itself
                lets nobody tell, too, and FAILS_SOMEWHERE: DANE fails at a host, and of another one it could not be told. *By
                another name*: that DANE does not hold is told rightly, and a missed host leaves out what else is true: an unsigned domain is
                NOT_DEPLOYED where nobody saw that all of its hosts are ready. Causes that are false under stress rest on such a host, on
                a second look, or on the month before, where those were missed. Cells of a matrix are counts without / under stress,
                summed over the seeds. Precision: of what is judged so, how much is so. Recall: of what is so, how much is judged so.

                By `mvn verify -Pendurance -pl deploy/cli -am -Dtest=AccuracyDocumentTest -Dsurefire.failIfNoSpecifiedTests=false` on
                %d virtual cores (%s), %d GiB, Java %s, at %s, %s.
                """.formatted(
                DOMAINS,
                seeds,
                machine.getAvailableProcessors(),
                machine.getArch(),
                Math.round(machine.getTotalMemorySize() / 0x1p30),
                Runtime.version(),
                commit,
                LocalDate.now(ZoneOffset.UTC)).strip();
    }

    /// When the run begins: others may commit while it lasts.
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .redirectErrorStream(true)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
