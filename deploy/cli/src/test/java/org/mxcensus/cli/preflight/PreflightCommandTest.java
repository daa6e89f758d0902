package org.mxcensus.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.cli.CommandRun;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.TestLab;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A preflight over real DNS, SMTP and HTTPS, and what a crawl makes of it.
class PreflightCommandTest {
    private static final String NAME = "scanner.own.nl";
    private static final String OWN = "127.11.7.25";
    private static final String OTHER = "127.11.7.26";
    private static final String OPERATOR = """
            organisation = Institute of <Examples> & Sons
            contact = mailto:census@own.nl, tel:+1-201-555-0123
            opt-out = mailto:opt-out@own.nl
            name = scanner.own.nl
            addresses = 127.11.7.25
            languages = en, nl
            """;

    @TempDir
    static Path folder;

    private static TestLab lab;
    private static ReverseDns dns;
    private static OwnSite site;
    private static Path operator;

    @BeforeAll
    static void startTheWorld() throws Exception {
        lab = TestLab.start(
                World.of(
                        ZoneSpec.of("nl"),
                        DomainSpec.of("own.nl").withSigned(true),
                        DomainSpec.of("bogus.nl").withSigned(true).withDns(DnsBehaviour.BOGUS),
                        DomainSpec.of("bl.nl"),
                        DomainSpec.of("mute.nl").withDns(DnsBehaviour.REFUSED),
                        HostSpec.of("mx.own.nl"),
                        HostSpec.of("bogus.nl").withAddresses("127.11.7.27"),
                        HostSpec.of(NAME).withAddresses(OWN),
                        HostSpec.of("other.own.nl").withAddresses(OTHER),
                        HostSpec.of("2.0.0.127.bl.nl").withAddresses("127.0.0.2"),
                        HostSpec.of("26.7.11.127.bl.nl").withAddresses("127.0.0.4")),
                folder);
        dns = ReverseDns.before(lab.lab().resolver());
        dns.point("25.7.11.127.in-addr.arpa", NAME);
        dns.point("26.7.11.127.in-addr.arpa", "other.own.nl");
        dns.point("28.7.11.127.in-addr.arpa", "scanner.bogus.nl");
        site = OwnSite.at(OWN, NAME, folder.resolve("site"));
        operator = Files.writeString(folder.resolve("operator.properties"), OPERATOR);
    }

    @AfterAll
    static void endTheWorld() {
        site.close();
        dns.close();
        lab.close();
    }

    @Test
    void whatIsWrittenIsFoundAndAllPasses() throws IOException {
        publish();

        CommandRun run = preflight("passing", "--operator", operator.toString(), "--block-list", "bl.nl", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(results(run))
                .isEqualTo(Map.of(
                        "RESOLVER", "PASSED",
                        "NAME", "PASSED",
                        "PROBING_TXT", "PASSED",
                        "PORT", "PASSED",
                        "BLOCK_LISTS", "PASSED"));
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        JsonNode kept = Manifests.JSON.readTree(Files.readAllBytes(folder.resolve("passing/preflight.json")));
        assertThat(kept).isEqualTo(Manifests.JSON.readTree(run.out()));
        assertThat(kept.get("ehlo_name").asText()).isEqualTo(NAME);
        assertThat(kept.get("addresses").get(0).asText()).isEqualTo(OWN);
    }

    @Test
    void aPersonReadsWhatWasFoundAndWhatToDo() {
        CommandRun run = CommandRun.of(words("told", "--ehlo", "nobody.own.nl", "--source-address", OWN));

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out().lines())
                .contains(
                        "FAILED          name and addresses",
                        "                The name nobody.own.nl does not exist; 127.11.7.25 is called scanner.own.nl in the reverse DNS and not nobody.own.nl.")
                .contains("COULD NOT TELL  the way to mail servers", "not asked       block lists")
                .last()
                .asString()
                .startsWith("Not yet");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,        COULD_NOT_TELL, --source-address 127.11.7.28 --ehlo scanner.bogus.nl",
        "NAME,        FAILED,         --source-address 127.11.7.26",
        "BLOCK_LISTS, FAILED,         --source-address 127.11.7.26 --block-list bl.nl",
        "BLOCK_LISTS, COULD_NOT_TELL, --block-list mute.nl",
        "PORT,        COULD_NOT_TELL, --control-host nobody.own.nl",
        "PORT,        COULD_NOT_TELL, --control-host mx.bogus.nl",
        "PORT,        COULD_NOT_TELL, --control-host 1.1.1.1",
        "PORT,        FAILED,         --control-host 127.11.7.99",
        "RESOLVER,    FAILED,         --signed-name 26.7.11.127.bl.nl --bogus-name mx.own.nl",
        "RESOLVER,    COULD_NOT_TELL, --bogus-name mx.own.nl",
        "PROBING_TXT, FAILED,         --ehlo other.own.nl",
        "PROBING_TXT, COULD_NOT_TELL, --ehlo scanner.bogus.nl"
    })
    void eachCheckHasItsOtherResults(String check, String result, String options) throws IOException {
        publish();

        CommandRun run = preflight("other", (options + " --json").split(" "));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(results(run)).containsEntry(check, result);
    }

    @Test
    void strangersAreCalledAtOnlyAfterAPassedPreflight() throws IOException {
        publish();
        Path list = lab.list(folder);
        List<String> crawl = List.of(
                "crawl", list.toString(), "--data", folder.resolve("cleared").toString(), "--ehlo", NAME);

        assertThat(refusal(crawl)).contains("no preflight was made", "mxcensus preflight", "--i-have-checked");

        CommandRun passed = preflight("cleared", "--operator", operator.toString());
        assertThat(passed.status()).as(passed.out()).isEqualTo(ExitStatus.DONE);
        assertThat(refusal(replaced(crawl, NAME, "other.own.nl"))).contains("made for the name " + NAME);
        Path begun = Files.createDirectories(folder.resolve("cleared/work/crawl=2026-08-01"));
        Files.writeString(begun.resolve("begun"), "");
        assertThat(refusal(replaced(crawl, "crawl", "worker"), Duration.ofDays(8)))
                .contains("older than 7 days");

        // What is in order is not in the way: it is the resolver that ends this.
        List<String> onward = new ArrayList<>(crawl);
        onward.addAll(List.of("--resolver", "127.0.0.1:1"));
        assertThat(refusal(onward)).contains("The resolver 127.0.0.1:1").doesNotContain("preflight");
        onward.set(onward.indexOf(NAME), "other.own.nl");
        onward.add("--i-have-checked");
        assertThat(refusal(onward)).contains("The resolver 127.0.0.1:1").doesNotContain("preflight");

        preflight("cleared", "--ehlo", "other.own.nl");
        assertThat(refusal(crawl)).contains("did not pass");
    }

    @Test
    @Tag("full")
    void theManifestSaysOnWhatGroundsStrangersWereCalledAt() throws IOException {
        publish();
        preflight("grounds", "--operator", operator.toString());

        assertThat(ground("grounds")).matches("passed at \\S+Z, sha256 [0-9a-f]{64}");
        assertThat(ground("nowhere", "--i-have-checked")).isEqualTo("none: somebody said --i-have-checked");
    }

    /// A crawl of the internet that meets nobody but a lab, and so calls at nobody.
    private static String ground(String data, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "crawl",
                Files.writeString(folder.resolve("own.txt"), "own.nl\n").toString(),
                "--data",
                folder.resolve(data).toString(),
                "--crawl",
                "2026-08-01",
                "--ehlo",
                NAME,
                "--resolver",
                dns.address()));
        words.addAll(List.of(options));
        CommandRun run = CommandRun.of(words);
        assertThat(run.err()).isEmpty();
        Dataset dataset = new Dataset(folder.resolve(data), LocalDate.parse("2026-08-01"));
        return dataset.manifest().configuration().getOrDefault("preflight", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation = X                                  | names no contact",
                "contact = mailto:a@example.org                    | does not say who measures",
                "organisation = X\\ncontact = census@example.org   | has the contact \"census@example.org\"",
                "organisation = X\\ncontact = mailto:a@b.c\\nx = y  | has \"x\", which means nothing",
                "organisation = X\\ncontact = mailto:a@b.c\\naddresses = here | has the address \"here\"",
                "organisation = X\\ncontact = mailto:a@b.c\\nlanguages = English please | has the language",
            })
    void aMistakeInTheOperatorsFileIsOneSentence(String lines, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("mistaken.properties"), lines.replace("\\n", "\n"));

        failsInOneSentence(words("mistake", "--operator", file.toString()), named, "mistaken.properties");
    }

    @Test
    void otherMistakesAreOneSentenceToo() {
        failsInOneSentence(words("mistake", "--operator", folder.resolve("none").toString()), "none", "--operator");
        isRefused(words("mistake", "--source-address", "here"), "\"here\"", "--source-address");
        isRefused(words("mistake", "--block-list", "a..b"), "\"a..b\"", "--block-list");
        isRefused(words("mistake", "--ehlo", "localhost"), "localhost", "--ehlo");
        isRefused(words("mistake", "--write-page", folder.toString()), "--operator");
        failsInOneSentence(
                words("mistake", "--operator", operator.toString(), "--write-page", operator + "/site"),
                "--write-page");
    }

    @Test
    void thePageSaysWhatTheOperatorSaysAndAsksForNothingElse() throws IOException {
        publish();

        String page = Files.readString(folder.resolve("site/index.html"));
        assertThat(page)
                .contains("Institute of &lt;Examples&gt; &amp; Sons", NAME, OWN, "STARTTLS")
                .contains("<a href=\"mailto:opt-out@own.nl\">opt-out@own.nl</a>", "+1-201-555-0123")
                .doesNotContain("{{", "<script", "<img", "<link", "src=", "url(");
    }

    private static void publish() {
        CommandRun run = CommandRun.of(
                "preflight",
                "--operator",
                operator.toString(),
                "--write-page",
                folder.resolve("site").toString(),
                "--resolver",
                dns.address());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("https://" + NAME + "/");
    }

    /// With everything in order but for the options.
    private static CommandRun preflight(String data, String... options) {
        List<String> usual = List.of(
                "--ehlo", NAME, "--source-address", OWN, "--control-host", "mx.own.nl", "--bogus-name", "bogus.nl");
        List<String> all = words(data, options);
        for (int i = 0; i < usual.size(); i += 2) {
            if (!all.contains(usual.get(i)) && !(usual.get(i).equals("--ehlo") && all.contains("--operator"))) {
                all.addAll(usual.subList(i, i + 2));
            }
        }
        return CommandRun.of(all);
    }

    private static List<String> words(String data, String... options) {
        List<String> all = new ArrayList<>(
                List.of("preflight", "--data", folder.resolve(data).toString()));
        all.addAll(List.of(options));
        Stream.of(
                        List.of("--resolver", dns.address()),
                        List.of("--signed-name", "mx.own.nl"),
                        List.of("--smtp-port", String.valueOf(lab.lab().smtpPort())),
                        List.of("--https-port", String.valueOf(site.port())))
                .filter(option -> !all.contains(option.getFirst()))
                .forEach(all::addAll);
        all.add("--allow-reserved");
        return all;
    }

    private static Map<String, String> results(CommandRun run) throws IOException {
        return Manifests.JSON
                .readTree(run.out())
                .get("findings")
                .valueStream()
                .collect(Collectors.toMap(
                        finding -> finding.get("check").asText(),
                        finding -> finding.get("result").asText()));
    }

    private static String refusal(List<String> words) {
        return refusal(words, Duration.ZERO);
    }

    private static String refusal(List<String> words, Duration later) {
        CommandRun run = CommandRun.at(Clock.offset(Clock.systemUTC(), later), words.toArray(String[]::new));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.complaints()).hasSize(1);
        return run.complaints().getFirst();
    }

    private static List<String> replaced(List<String> words, String old, String other) {
        List<String> all = new ArrayList<>(words);
        all.set(all.indexOf(old), other);
        if (other.equals("worker")) {
            all.remove(1); // the list
            all.addAll(List.of("--crawl", "2026-08-01"));
        }
        return all;
    }

    private static void failsInOneSentence(List<String> words, String... named) {
        endsInOneSentence(ExitStatus.FAILED, words, named);
    }

    private static void isRefused(List<String> words, String... named) {
        endsInOneSentence(ExitStatus.USAGE, words, named);
    }

    private static void endsInOneSentence(int status, List<String> words, String... named) {
        CommandRun run = CommandRun.of(words);

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.complaints()).singleElement().asString().contains(named).doesNotContain("Exception:", "bug");
    }
}
