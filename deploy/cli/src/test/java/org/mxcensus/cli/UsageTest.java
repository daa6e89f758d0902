package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.cli.command.CommandTree;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import picocli.CommandLine;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | Say what to do",
                "dance                   | There is no command dance",
                "crawll x.txt            | There is no command crawll; did you mean crawl?",
                "bench smtp              | There is no command smtp.",
                "check                   | Missing required parameter: 'DOMAIN'",
                "version --loud          | Unknown option: '--loud'",
                "lab --port many         | 'many' is not an int",
                "broker --port many      | 'many' is not an int",
                "crawl --crawl yesterday | 'yesterday' is no date such as 2026-08-01",
                "trend --until 2026-13-01 | '2026-13-01' is no date such as 2026-08-01",
                "crawl --resolver a:b:c  | a:b:c",
                "judge --json --crawl 2026-08-01 | --json reads standard input",
            })
    void whatIsNotUnderstoodEndsInOneSentenceAndAPointerToHelp(String words, String named) {
        CommandRun run = CommandRun.of(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.complaints()).singleElement().asString().contains(named).contains("--help`.");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith("Usage: mxcensus " + command).contains("-h, --help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsInTheReadme(String command) throws IOException {
        assertThat(Files.readString(Path.of("../../README.md"))).containsPattern("`" + command + "[ `]");
    }

    @Test
    void noExampleIsWiderThanATerminal() {
        assertThat(tree().getSubcommands().values())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().footer())
                        .as(command.getCommandName())
                        .filteredOn(line -> line.startsWith("  "))
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80)));
    }

    @Test
    void theListOfCommandsNamesEachOnce() {
        assertThat(CommandRun.of("--help")
                        .out()
                        .lines()
                        .filter(line -> line.matches(" {2}\\S.*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsOnlyOnceElementsOf(commands().toList());
    }

    @Test
    void theVersionIsOneLine() {
        CommandRun run = CommandRun.of("version");

        assertThat(run.out()).matches("mxcensus \\S+ \\(\\S+\\) on Java \\S+\\R");
        assertThat(run.err()).isEmpty();
    }

    static Stream<String> commands() {
        return tree().getSubcommands().keySet().stream();
    }

    private static CommandLine tree() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandTree.of(new Session(Terminal.plain(nowhere, nowhere), Clock.systemUTC()));
    }
}
