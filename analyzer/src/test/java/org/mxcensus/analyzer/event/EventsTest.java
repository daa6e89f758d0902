package org.mxcensus.analyzer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.store.UserError;

class EventsTest {

    @Test
    void thoseThatComeWithTheProgramAreInOrderAndHaveAPageEach() {
        List<DatedEvent> shipped = Events.shipped();

        assertThat(shipped).hasSizeGreaterThanOrEqualTo(15).isSortedAccordingTo(Comparator.comparing(DatedEvent::day));
        assertThat(shipped).extracting(DatedEvent::source).allMatch(source -> source.startsWith("https://"));
        assertThat(shipped).extracting(DatedEvent::date).contains("2015-10", "2018-09", "2019-04-10", "2024-10-28");
    }

    @Test
    void aMonthIsMarkedAtItsFirstDayAndStaysAMonth() {
        List<DatedEvent> read = read("""
                - {date: 2015-10, kind: world, what: A., source: "https://example.org/a"}
                - {date: 2015-09-30, kind: method, what: B., source: our own notes}
                """);

        assertThat(read)
                .containsExactly(
                        new DatedEvent("2015-09-30", DatedEvent.Kind.METHOD, "B.", "our own notes"),
                        new DatedEvent("2015-10", DatedEvent.Kind.WORLD, "A.", "https://example.org/a"));
        assertThat(read)
                .extracting(DatedEvent::day)
                .containsExactly(LocalDate.of(2015, 9, 30), LocalDate.of(2015, 10, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{date: 2018-02-30, kind: world, what: A., source: 'https://a.org/'} | own.yaml, entry 1 of events, has the date 2018-02-30; write",
                "{date: 2018-13, kind: world, what: A., source: 'https://a.org/'} | own.yaml, entry 1 of events, has the date 2018-13; write a day",
                "{date: soon, kind: world, what: A., source: 'https://a.org/'} | own.yaml, entry 1 of events, has the date soon; write a day",
                "{date: 2018-02-01, kind: rumour, what: A., source: x} | own.yaml, entry 1 of events, has the unknown kind rumour; choose one of world, method.",
                "{date: 2018-02-01, kind: world, what: no stop, source: x} | own.yaml, entry 1 of events, does not say in one sentence",
                "{date: 2018-02-01, kind: world, what: A., source: a friend} | own.yaml, entry 1 of events, has the source a friend; give",
                "{date: 2018-02-01, kind: world, what: A.} | own.yaml, entry 1 of events, lacks source; add it.",
                "{date: 2018-02-01, kind: world, what: [A.], source: 'https://a.org/'} | own.yaml, entry 1 of events, what, has an entry that is no word;",
                "{date: 2018-02-01, type: world} | own.yaml, entry 1 of events, has the unknown key type; known are [date, kind, source,",
                "one sentence | own.yaml, entry 1 of events, has to be a mapping of keys to values.",
                "{date: 2018-02-01 | own.yaml is no YAML: ",
            })
    void aFaultIsToldWithItsPlace(String entry, String why) {
        assertThatThrownBy(() -> read("- " + entry + "\n"))
                .isInstanceOf(UserError.class)
                .message()
                .startsWith(why);
    }

    @Test
    void anEventThatStandsThereTwiceIsTold() {
        String event = "- {date: 2018-02-01, kind: method, what: A., source: x}\n";

        assertThatThrownBy(() -> read(event + event))
                .isInstanceOf(UserError.class)
                .hasMessage("own.yaml, entry 2 of events, stands there twice; remove one.");
    }

    @Test
    void aFileWithoutAListAndOneThatIsNotThere(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.yaml"));
        assertThatThrownBy(() -> Events.of(empty))
                .isInstanceOf(UserError.class)
                .hasMessage("%s has to be a mapping of keys to values.", empty);
        Path binary =
                Files.write(folder.resolve("binary.yaml"), "events: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Events.of(binary))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("binary.yaml");
        assertThatThrownBy(() -> Events.of(folder.resolve("nowhere.yaml")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no file");
    }

    private static List<DatedEvent> read(String entries) {
        return EventsText.parse("own.yaml", new StringReader("events:\n" + entries));
    }
}
