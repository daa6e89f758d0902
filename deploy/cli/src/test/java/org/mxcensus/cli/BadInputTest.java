package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// Whatever is wrong with what the user gives: one sentence that says what and where, and nothing lost.
class BadInputTest {

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static Path data;

    @BeforeAll
    static void crawlOnce() {
        lab = TestLab.start(
                World.of(
                        ZoneSpec.of("nl"),
                        DomainSpec.of("one.nl").withMx("10 mx.one.nl"),
                        DomainSpec.of("two.nl").withMx("10 mx.one.nl"),
                        HostSpec.of("mx.one.nl")),
                folder);
        data = folder.resolve("data");
        CommandRun first = CommandRun.of(
                lab.with("crawl", lab.list(folder).toString(), "--data", data.toString(), "--crawl", "2026-08-01"));
        assertThat(first.err()).isEmpty();
    }

    @AfterAll
    static void endTheWorld() {
        lab.close();
    }

    @Test
    void aZoneFileCutInTheMiddle() throws IOException {
        byte[] whole = gzip("$ORIGIN nl.\n" + "one IN NS ns.one\n".repeat(2_000));

        failsInOneSentence(input("nl.zone.gz", Arrays.copyOf(whole, whole.length / 2)), "nl.zone.gz");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);

        failsInOneSentence(input("noise.bin", noise), "noise.bin");
    }

    @Test
    void aFileThatIsNotThere() {
        failsInOneSentence(folder.resolve("nowhere.zone"), "nowhere.zone");
    }

    @Test
    void anEmptyFile() throws IOException {
        failsInOneSentence(input("empty.txt", new byte[0]), "empty.txt");
    }

    @Test
    void aListOfNothingButInvalidNames() throws IOException {
        failsInOneSentence(input("wrong.txt", "..\na..b\n.nl\n".getBytes(StandardCharsets.UTF_8)), "wrong.txt");
    }

    @Test
    void invalidNamesAmongOthersAreCountedAndPassedOver() throws IOException {
        Path list = input("mixed.txt", "one.nl\nnot a name\n..\ntwo.nl\n".getBytes(StandardCharsets.UTF_8));

        CommandRun run = CommandRun.of(lab.with(
                "crawl", list.toString(), "--data", folder.resolve("mixed").toString()));

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains("2 lines of", "mixed.txt")
                .containsPattern("mixed.txt:2");
        assertThat(run.out()).contains("mixed: 2 domains");
    }

    @Test
    void aDataDirectoryThatCannotBeWritten() throws IOException {
        Path file = input("occupied", new byte[0]);

        CommandRun run = CommandRun.of(lab.with(
                "crawl",
                lab.list(folder).toString(),
                "--data",
                file.resolve("data").toString()));

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().contains(file.toString(), "--data");
    }

    @Test
    void aResolverThatDoesNotAnswer() throws IOException {
        Map<String, String> before = Dataset.files(data);
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            CommandRun run = CommandRun.of(
                    "crawl",
                    lab.list(folder).toString(),
                    "--data",
                    data.toString(),
                    "--crawl",
                    "2026-09-01",
                    "--allow-reserved",
                    "--resolver",
                    "127.0.0.1:" + silent.getLocalPort());

            assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.complaints())
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1", String.valueOf(silent.getLocalPort()), "--resolver");
        }
        assertThat(Dataset.files(data)).isEqualTo(before);
    }

    @Test
    void otherInputsForACrawlThatHasBegun() throws IOException {
        Path other = input("other.txt", "three.nl\n".getBytes(StandardCharsets.UTF_8));
        Map<String, String> before = Dataset.files(data);

        CommandRun run =
                CommandRun.of(lab.with("crawl", other.toString(), "--data", data.toString(), "--crawl", "2026-08-01"));

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().contains("2026-08-01", "--crawl");
        assertThat(Dataset.files(data)).isEqualTo(before);
    }

    @Test
    void aDirectoryWithoutCrawls() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        CommandRun run = CommandRun.of("finish", "--data", empty.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().contains(empty.toString(), "mxcensus crawl");
    }

    @Test
    void aFileOfCertificatesWithoutOne() throws IOException {
        Path list = lab.list(folder);

        CommandRun run = CommandRun.of("judge", "--data", data.toString(), "--ca-file", list.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().contains(list.toString(), "--ca-file");
    }

    @Test
    void aNameThatIsNoDomain() {
        CommandRun run = CommandRun.of(lab.with("check", "not a name"));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().contains("\"not a name\"");
    }

    /// Into the directory that holds a crawl already: that one must not suffer.
    private static void failsInOneSentence(Path input, String named) {
        Map<String, String> before = Dataset.files(data);

        CommandRun run =
                CommandRun.of(lab.with("crawl", input.toString(), "--data", data.toString(), "--crawl", "2026-09-01"));

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).singleElement().asString().contains(named).doesNotContain("Exception", "bug");
        assertThat(Dataset.files(data)).isEqualTo(before);
    }

    private static Path input(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
