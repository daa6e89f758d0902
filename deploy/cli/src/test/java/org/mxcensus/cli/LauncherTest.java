package org.mxcensus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts the program, in a project of its own with a JDK and a Maven that only write down their calls.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String JAR = "deploy/cli/target/app/mxcensus.jar";
    private static final List<String> TOOLS = List.of(
            "cat",
            "dirname",
            "env",
            "find",
            "flock",
            "head",
            "mkdir",
            "mktemp",
            "perl",
            "printf",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "touch");

    @TempDir
    Path folder;

    private Path project;
    private Path jdk;
    private Path tools;

    @BeforeEach
    void aProjectThatWasNeverBuilt() throws IOException {
        project = Files.createDirectories(folder.resolve("the project"));
        jdk = folder.resolve("jdk");
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(project.resolve("crawler/src/main/java"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        executable(project.resolve("mxcensus"), Files.readString(Path.of("../../mxcensus")));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nfor argument; do echo \"[$argument]\"; done\nexit 7\n");
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                echo "$JAVA_HOME" >>builds
                mkdir -p deploy/cli/target/app
                touch %s
                """.formatted(JAR));
        for (String tool : TOOLS) {
            link(tool);
        }
    }

    @Test
    void theFirstUseBuildsAndSaysSo() throws Exception {
        Run run = start();

        assertThat(run.errors()).startsWith("mxcensus: building on first use").hasLineCount(1);
        assertThat(builds()).containsExactly(jdk.toString());
    }

    @Test
    void theSecondUseBuildsNothingAndIsQuiet() throws Exception {
        start();

        assertThat(start().errors()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void argumentsAndExitStatusPassThrough() throws Exception {
        Run run = start("crawl", "a b", "", "--data=$HOME");

        assertThat(run.output()).endsWith("[crawl]\n[a b]\n[]\n[--data=$HOME]\n");
        assertThat(run.output()).contains("[-jar]\n[" + project.toRealPath().resolve(JAR) + "]\n");
        assertThat(run.status()).isEqualTo(7);
    }

    @Test
    void aNewerSourceIsBuiltAgain() throws Exception {
        start();
        Path source = Files.writeString(project.resolve("crawler/src/main/java/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

        assertThat(start().errors()).startsWith("mxcensus: building again, since sources have changed");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aNewerSourceOfTheBrokerIsBuiltAgainToo() throws Exception {
        start();
        Path sources = Files.createDirectories(project.resolve("deploy/broker/src/main/java"));
        Files.setLastModifiedTime(sources, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

        assertThat(start("broker").errors()).startsWith("mxcensus: building again, since sources have changed");
    }

    @Test
    void aLinkFromElsewhereWorks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("the project/mxcensus"));

        assertThat(start(link, Map.of(), "version").output()).endsWith("[version]\n");
    }

    @Test
    void severalFirstUsesAtOnceBuildOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(process(project.resolve("mxcensus"), Map.of(), "version"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isEqualTo(7);
        }

        assertThat(builds()).hasSize(1);
    }

    @Test
    void aFailedBuildIsShownAndTriedAgainNextTime() throws Exception {
        executable(tools.resolve("mvn"), "#!/bin/sh\nprintf '\\033[1mno such symbol\\033[m\\n'\nexit 1\n");

        Run run = start();

        assertThat(run.errors().lines())
                .contains("no such symbol", "mxcensus: the build failed; what Maven says about it is above.");
        assertThat(run.status()).isEqualTo(1);
        assertThat(start().errors()).contains("building on first use");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Run run = start();

        assertThat(run.errors()).startsWith("mxcensus: Maven builds it and no mvn was found: install it");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void aJdkThatIsTooOldIsNamed() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");

        Run run = start();

        assertThat(run.errors())
                .isEqualTo("mxcensus: MXCENSUS_JAVA_HOME is " + jdk + ", which is not a JDK 25 or newer.\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void withoutAnyJdkItSaysWhatToInstall() throws Exception {
        String script = Files.readString(project.resolve("mxcensus"));
        Files.writeString(project.resolve("mxcensus"), script.replace("java_needed=25", "java_needed=999"));

        Run run = start(project.resolve("mxcensus"), Map.of("MXCENSUS_JAVA_HOME", ""));

        assertThat(run.errors())
                .startsWith("mxcensus: needs a JDK 999 or newer and found none: install one")
                .hasLineCount(1);
        assertThat(run.status()).isEqualTo(1);
    }

    private record Run(String output, String errors, int status) {}

    private Run start(String... arguments) throws Exception {
        return start(project.resolve("mxcensus"), Map.of(), arguments);
    }

    private Run start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        Process process = process(script, environment, arguments);
        // What it writes fits into a pipe, so one can be read after the other.
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(output, errors, process.waitFor());
    }

    private Process process(Path script, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList());
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools.toString(), "HOME", folder.toString(), "MXCENSUS_JAVA_HOME", jdk.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(project.resolve("builds"));
    }

    private void link(String tool) throws IOException {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path program = Path.of(place, tool);
            if (Files.exists(program)) {
                Files.createSymbolicLink(tools.resolve(tool), program);
                return;
            }
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
