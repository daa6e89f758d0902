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

class DirectoryStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    protected Store store() {
        return new DirectoryStore(folder.resolve("contract"));
    }

    @Test
    void aStoreThatWasMovedOutOfAnotherLiesInNone() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        assertThat(new DirectoryStore(elsewhere.resolve("recrawl/dane")).around("recrawl/dane"))
                .isEmpty();
        assertThat(elsewhere).isDirectoryNotContaining("glob:**.scratch");
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
    void aPlaceThatCannotBeADirectoryIsNamedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a directory");
        assertThatThrownBy(() -> new DirectoryStore(file.resolve("data")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--data")
                .hasMessageContaining(file.toString());
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
}
