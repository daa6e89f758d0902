package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.lab.world.World;

/// A resolver on loopback is believed. Where it does not validate, everything looks unsigned, and that is said.
class ResolverWarningTest {

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static NonValidatingResolver resolver;

    @BeforeAll
    static void startTheWorld() {
        lab = TestLab.start(World.everyFixture(), folder);
        resolver = NonValidatingResolver.of(lab.lab().resolver());
    }

    @AfterAll
    static void endTheWorld() {
        resolver.close();
        lab.close();
    }

    @Test
    void checkWarns() {
        warns(CommandRun.of(asking(resolver.address(), "check", signed())));
    }

    @Test
    void crawlWarns() throws Exception {
        Path list = Files.writeString(folder.resolve("one.txt"), signed() + "\n");
        warns(CommandRun.of(asking(
                resolver.address(),
                "crawl",
                list.toString(),
                "--data",
                folder.resolve("data").toString())));
    }

    @Test
    void validationInThisProcessNeedsNoWarning() {
        List<String> words = asking(resolver.address(), "check", signed());
        words.addAll(List.of("--trust-anchor", lab.anchor().toString()));

        assertThat(CommandRun.of(words).err()).isEmpty();
    }

    private static void warns(CommandRun run) {
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("warning: The resolver " + resolver.address() + " does not validate")
                .contains("--resolver", "--trust-anchor FILE");
    }

    /// A domain that is signed, so that a validator would say so.
    private static String signed() {
        return lab.lab().truth().domains().values().stream()
                .filter(domain -> domain.mxSecurity().equals("SECURE")
                        && domain.mxFailure().isEmpty())
                .findFirst()
                .orElseThrow()
                .domain();
    }

    private static List<String> asking(String address, String... words) {
        List<String> all = new ArrayList<>(lab.with(words));
        all.set(all.indexOf("--resolver") + 1, address);
        return all;
    }
}
