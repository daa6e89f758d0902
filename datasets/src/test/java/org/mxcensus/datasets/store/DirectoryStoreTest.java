package org.mxcensus.datasets.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {

    @TempDir
    Path folder;

    @Test
    void aPublishedFileIsThereUnderItsNameAndTheLocalOneIsGone() throws IOException {
        Store store = new DirectoryStore(folder);
        Path local = made(store, "first");

        store.publish(local, "domains/crawl=2026-11-24/0.parquet");

        assertThat(store.exists("domains/crawl=2026-11-24/0.parquet")).isTrue();
        assertThat(store.local("domains/crawl=2026-11-24/0.parquet")).hasContent("first");
        assertThat(local).doesNotExist();
        assertThat(store.list("domains")).containsExactly("domains/crawl=2026-11-24/0.parquet");
    }

    @Test
    void aStoreWithinAnotherKnowsItAndSharesNoNameWithIt() throws IOException {
        DirectoryStore outer = new DirectoryStore(folder);
        outer.publish(made(outer, "outer"), "a/1");
        DirectoryStore inner = outer.within("recrawl/dane");
        inner.publish(made(inner, "inner"), "a/2");

        assertThat(outer.list("a")).containsExactly("a/1");
        assertThat(inner.list("a")).containsExactly("a/2");
        assertThat(inner.around("recrawl/dane")).map(Store::toString).contains(outer.toString());
        assertThat(inner.around("recrawl/broken")).isEmpty();
        assertThat(inner.around("other/dane")).isEmpty();
        assertThat(outer.around("recrawl/dane")).isEmpty();
    }

    @Test
    void aStoreThatWasMovedOutOfAnotherLiesInNone() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        assertThat(new DirectoryStore(elsewhere.resolve("recrawl/dane")).around("recrawl/dane"))
                .isEmpty();
        assertThat(elsewhere).isDirectoryNotContaining("glob:**.scratch");
    }

    @Test
    void publishingAgainReplaces() throws IOException {
        Store store = new DirectoryStore(folder);
        store.publish(made(store, "first"), "a");
        store.publish(made(store, "second"), "a");

        assertThat(store.local("a")).hasContent("second");
    }

    @Test
    void bytesAreAFileToo() {
        Store store = new DirectoryStore(folder);

        assertThat(store.publishFirst("first".getBytes(UTF_8), "a")).isTrue();
        assertThat(store.publishFirst("second".getBytes(UTF_8), "a")).isFalse();
        assertThat(store.local("a")).hasContent("first");
        store.publish("third".getBytes(UTF_8), "a");
        assertThat(store.local("a")).hasContent("third");
        assertThat(folder.resolve(".scratch")).isEmptyDirectory();
    }

    @Test
    void bytesThatCannotBeWrittenAreNamedInOneSentence() throws IOException {
        Store store = new DirectoryStore(folder);
        Files.delete(folder.resolve(".scratch"));

        assertThatThrownBy(() -> store.publish("first".getBytes(UTF_8), "a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--data");
        assertThat(store.exists("a")).isFalse();
    }

    @Test
    void whatIsNotThereIsNamedInOneSentence() {
        Store store = new DirectoryStore(folder);
        assertThat(store.list("nowhere")).isEmpty();
        assertThatThrownBy(() -> store.local("nowhere/a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere/a");
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsNamedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a directory");
        assertThatThrownBy(() -> new DirectoryStore(file.resolve("data")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--data")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aNameCannotLeaveTheStore() {
        Store store = new DirectoryStore(folder.resolve("data"));
        assertThatThrownBy(() -> store.exists("../outside")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatADeadProcessLeftIsSweptAfterADay() throws IOException {
        Store store = new DirectoryStore(folder);
        Path left = made(store, "half a file");

        new DirectoryStore(folder);
        assertThat(left).exists();
        new DirectoryStore(folder, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        assertThat(left).doesNotExist();
    }

    @Test
    void whatVanishesWhileItIsLookedAtWasAnothersToPublish() throws IOException {
        Store store = new DirectoryStore(folder);
        // To the file system, a link to nothing is a file that was there a moment ago.
        Files.createSymbolicLink(store.scratch("published meanwhile"), folder.resolve("nothing"));

        assertThat(new DirectoryStore(folder).list("")).isEmpty();
    }

    @Test
    void whatCannotBePublishedDoesNotStayInTheWay() throws IOException {
        Store store = new DirectoryStore(folder);
        Files.writeString(folder.resolve("a"), "a file where a folder is wanted");
        Path one = made(store, "one");
        Path other = made(store, "other");

        assertThatThrownBy(() -> store.publish(one, "a/b")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> store.publishFirst(other, "a/b")).isInstanceOf(UserError.class);

        assertThat(one).doesNotExist();
        assertThat(other).doesNotExist();
    }

    private static Path made(Store store, String content) throws IOException {
        return Files.writeString(store.scratch("test"), content);
    }
}
