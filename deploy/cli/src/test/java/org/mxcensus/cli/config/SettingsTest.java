package org.mxcensus.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.cli.Mxcensus;
import org.mxcensus.cli.command.CommandTree;
import org.mxcensus.cli.session.Session;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.ledger.Tier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

class SettingsTest {

    /// Where not any word will do. `--mechanism` is one of two for some commands.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("by", "provider"),
            Map.entry("kafka", "127.0.0.1:9092"),
            Map.entry("ehlo", "probe.example.org"),
            Map.entry("host", "127.0.0.1"),
            Map.entry("lever", "tlsa"),
            Map.entry("log-format", "json"),
            Map.entry("mechanism", "dane"),
            Map.entry("metrics-host", "127.0.0.1"),
            Map.entry("pace", "gentle"),
            Map.entry("publish", "full"),
            Map.entry("retry-after", "15m"),
            Map.entry("reuse", "strict"),
            Map.entry("sample", "1%"),
            Map.entry("signed-name", "example.org"),
            Map.entry("bogus-name", "example.org"),
            Map.entry("block-list", "bl.example.org"),
            Map.entry("control-host", "mx.example.org"),
            Map.entry("source-address", "127.0.0.1"),
            Map.entry("stage", "domains"),
            Map.entry("tier", "full"),
            Map.entry("type", "TXT"),
            Map.entry("where", "dane"));

    @TempDir
    Path folder;

    /// Every option of every command: its command, its name, and a value. In the default tier, each option of the
    /// first command that has it.
    static Stream<List<String>> options() {
        Set<String> known = new HashSet<>();
        return Keys.commands(tree())
                .flatMap(command -> Keys.options(command).stream()
                        .filter(option -> known.add(Keys.key(option)) || Tier.current() != Tier.DEFAULT)
                        .map(option -> List.of(command.qualifiedName(), Keys.key(option), sample(option))));
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyWayToSetAnOptionComesToTheSame(List<String> option) throws IOException {
        String command = option.get(0).replaceFirst("mxcensus ", "");
        String key = option.get(1);
        String value = option.get(2);
        String section = command.replace(' ', '-');
        String words = value.equals("true") ? "--" + key : "--" + key + "=" + value;
        String given = value(key, tree(), command + " " + words);

        assertThat(value(key, with(Map.of(), "%s:%n  %s: \"%s\"%n".formatted(section, key, value)), command))
                .as("file, for the command")
                .isEqualTo(given);
        assertThat(value(key, with(Map.of(), "%s: \"%s\"%n".formatted(key, value)), command))
                .as("file, for all")
                .isEqualTo(given);
        assertThat(value(key, with(Map.of(Keys.variable(key), value), "{}"), command))
                .as("environment, for all")
                .isEqualTo(given);
        assertThat(value(key, with(Map.of(Keys.variable(section + "-" + key), value), "{}"), command))
                .as("environment, for the command")
                .isEqualTo(given);
        assertThat(value(key, with(Map.of(), "%s: \"%s\"%n".formatted(key, value), words), command + " " + words))
                .as("file and command line")
                .isEqualTo(given);
    }

    private static String value(String key, CommandLine tree, String words) {
        Deque<String> rest = new ArrayDeque<>(List.of(words.split(" ")));
        CommandLine command = tree;
        while (!rest.isEmpty() && command.getSubcommands().containsKey(rest.getFirst())) {
            command = command.getSubcommands().get(rest.removeFirst());
        }
        tree.getCommandSpec().parser().collectErrors(true);
        Keys.commands(tree).forEach(each -> each.parser().collectErrors(true));
        ParseResult parsed = tree.parseArgs(words.split(" "));
        assertThat(parsed.errors()).allMatch(error -> error instanceof CommandLine.MissingParameterException);
        OptionSpec option = command.getCommandSpec().findOption("--" + key);
        return String.valueOf(option.<Object>getValue());
    }

    private CommandLine with(Map<String, String> environment, String yaml, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("census.yaml"), yaml);
        CommandLine tree = tree();
        List<String> words = new ArrayList<>(List.of("--config", file.toString()));
        words.addAll(List.of(more));
        return tree.setDefaultValueProvider(Settings.of(tree, environment, words));
    }

    private static CommandLine tree() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandTree.of(new Session(Terminal.plain(nowhere, nowhere), Clock.systemUTC()));
    }

    private static String sample(OptionSpec option) {
        Class<?> type = option.auxiliaryTypes()[0] == Optional.class
                ? option.typeInfo().getAuxiliaryTypeInfos().getFirst().getType()
                : option.auxiliaryTypes()[0];
        if (option.typeInfo().isMap()) {
            return "naming-tlsa-share=0.2";
        } else if (option.arity().max() == 0) {
            return "true";
        } else if (type == InetSocketAddress.class) {
            return "127.0.0.1:5300";
        } else if (WORDS.containsKey(Keys.key(option))) {
            return WORDS.get(Keys.key(option));
        } else if (type == LocalDate.class) {
            return "2026-08-01";
        } else if (type == URI.class) {
            return "https://storage.example.org";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive() || type == OptionalLong.class) {
            return "7";
        }
        return switch (option.command().name() + " " + Keys.key(option)) {
            case "transitions list" -> "broke";
            case "reconcile from", "reconcile to" -> "mxcensus";
            default -> "something";
        };
    }

    @Test
    void theCommandLineComesFirstThenTheEnvironmentThenTheFile() throws IOException {
        String yaml = "pace: gentle\ncrawl:\n  pace: normal\n";
        assertThat(value("pace", with(Map.of(), yaml), "worker")).isEqualTo("Optional[gentle]");
        assertThat(value("pace", with(Map.of(), yaml), "crawl")).isEqualTo("Optional[normal]");
        assertThat(value("pace", with(Map.of("MXCENSUS_PACE", "lab"), yaml), "crawl"))
                .isEqualTo("Optional[lab]");
        assertThat(value("pace", with(Map.of("MXCENSUS_PACE", "lab", "MXCENSUS_CRAWL_PACE", "gentle"), yaml), "crawl"))
                .isEqualTo("Optional[gentle]");
        assertThat(value("pace", with(Map.of("MXCENSUS_PACE", "lab"), yaml), "crawl --pace normal"))
                .isEqualTo("Optional[normal]");
    }

    @Test
    void severalValuesAreAList() throws IOException {
        String yaml = "resolver: [127.0.0.1, \"127.0.0.2:5300\"]\n";
        assertThat(value("resolver", with(Map.of(), yaml), "crawl"))
                .isEqualTo(value("resolver", tree(), "crawl --resolver 127.0.0.1 --resolver 127.0.0.2:5300"));
    }

    @Test
    void aDayNeedsNoQuotes() throws IOException {
        assertThat(value("crawl", with(Map.of(), "crawl: 2026-08-01\n"), "worker"))
                .isEqualTo(value("crawl", tree(), "worker --crawl 2026-08-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pase: gentle           | sets pase, which is no option",
                "crawl: {port: 80}      | sets crawl.port, which is no option",
                "port: {a: 1}           | has settings below port, which is no command",
                "port:                  | sets port to nothing",
                "'port: [1'             | is no YAML at line",
                "words                  | has words where settings are wanted",
            })
    void whatIsNoSettingIsNamedInASentence(String yaml, String said) {
        assertThatThrownBy(() -> with(Map.of(), yaml))
                .isInstanceOfAny(UserError.class, ParameterException.class)
                .hasMessageContaining("census.yaml")
                .hasMessageContaining(said)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd/census.yaml", "kubernetes/base/census.yaml"})
    void theFilesThatComeWithTheProgramAreSettings(String file) {
        assertThat(ConfigFile.read(Path.of("..", file.split("/")), tree()).values())
                .containsKeys("data", "worker.ehlo", "serve.publish");
    }

    @Test
    void aVariableThatIsNoSettingIsNamedInASentence() {
        assertThatThrownBy(() -> with(Map.of("MXCENSUS_PASE", "gentle"), "{}"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("MXCENSUS_PASE")
                .hasMessageContaining("no option");
    }

    @Test
    void everythingThatIsInForceIsPrintedWithItsOrigin() throws IOException {
        Path file = Files.writeString(folder.resolve("census.yaml"), "port: 8081\nhost: 127.0.0.2\n");
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        try (Session session = new Session(
                Terminal.plain(printer, printer), Clock.systemUTC(), Map.of("MXCENSUS_HOST", "127.0.0.3"))) {
            assertThat(Mxcensus.run(
                            session, "config", "print", "--config", file.toString(), "serve", "--publish", "domains"))
                    .as(out.toString())
                    .isZero();
        }

        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("port: 8081 +# file .*census.yaml"))
                .anyMatch(line -> line.matches("host: 127.0.0.3 +# environment MXCENSUS_HOST"))
                .anyMatch(line -> line.matches("publish: domains +# command line"))
                .anyMatch(line -> line.matches("data: data +# default"));
    }

    @Test
    void theScriptThatCompletesKnowsEveryCommand() {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        try (Session session = new Session(Terminal.plain(printer, printer), Clock.systemUTC())) {
            assertThat(Mxcensus.run(session, "completion")).isZero();
        }

        assertThat(out.toString())
                .contains("complete -F")
                .contains(Keys.commands(tree()).map(CommandSpec::name).toList());
    }
}
