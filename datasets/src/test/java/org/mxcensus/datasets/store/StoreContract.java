package org.mxcensus.datasets.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store does, wherever it keeps its files.
public abstract class StoreContract {

    /// The store under test: the same files whenever it is asked for within a test, and none at its beginning.
    protected abstract Store store();

    @Test
    void aPublishedFileIsThereUnderItsNameAndTheLocalOneIsGone() throws IOException {
        Store store = store();
        Path local = made(store, "first");

        store.publish(local, "domains/crawl=2026-11-24/0.parquet");

        assertThat(store.exists("domains/crawl=2026-11-24/0.parquet")).isTrue();
        assertThat(store.local("domains/crawl=2026-11-24/0.parquet")).hasContent("first");
        assertThat(local).doesNotExist();
        assertThat(store.list("domains")).containsExactly("domains/crawl=2026-11-24/0.parquet");
    }

    @Test
    void aStoreWithinAnotherKnowsItAndSharesNoNameWithIt() throws IOException {
        Store outer = store();
        outer.publish(made(outer, "outer"), "a/1");
        Store inner = outer.within("recrawl/dane");
        inner.publish(made(inner, "inner"), "a/2");

        assertThat(outer.list("a")).containsExactly("a/1");
        assertThat(inner.list("a")).containsExactly("a/2");
        assertThat(inner.local("a/2")).hasContent("inner");
        assertThat(inner.around("recrawl/dane")).map(Store::toString).contains(outer.toString());
        assertThat(inner.around("recrawl/broken")).isEmpty();
        assertThat(inner.around("other/dane")).isEmpty();
        assertThat(outer.around("recrawl/dane")).isEmpty();
    }

    @Test
    void publishingAgainReplaces() throws IOException {
        Store store = store();
        store.publish(made(store, "first"), "a");
        assertThat(store.local("a")).hasContent("first");
        store.publish(made(store, "second"), "a");

        assertThat(store.local("a")).hasContent("second");
        assertThat(store().local("a")).hasContent("second");
    }

    @Test
    void bytesAreAFileToo() {
        Store store = store();

        assertThat(store.publishFirst("first".getBytes(UTF_8), "a")).isTrue();
        assertThat(store.publishFirst("second".getBytes(UTF_8), "a")).isFalse();
        assertThat(store.local("a")).hasContent("first");
        store.publish("third".getBytes(UTF_8), "a");
        assertThat(store.local("a")).hasContent("third");
        assertThat(store.folder().resolve(".scratch")).isEmptyDirectory();
    }

    @Test
    void ofManyWhoPublishFirstOneHasAndItsFileStands() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = IntStream.range(0, 16)
                    .mapToObj(publisher -> publishers.submit(() -> {
                        Store own = store();
                        Path file = made(own, "of " + publisher);
                        together.await();
                        return own.publishFirst(file, "work/part");
                    }))
                    .toList();
            together.countDown();
            int winner = -1;
            for (int publisher = 0; publisher < all.size(); publisher++) {
                if (all.get(publisher).get()) {
                    assertThat(winner).as("somebody else was first too").isEqualTo(-1);
                    winner = publisher;
                }
            }
            assertThat(store().local("work/part")).hasContent("of " + winner);
        }
    }

    @Test
    void namesAreListedBelowAFolderAndNotBelowABeginning() throws IOException {
        Store store = store();
        for (String name : List.of("work/b", "work/a/2", "work/a/10", "workshop/c", "d")) {
            store.publish(made(store, name), name);
        }

        assertThat(store.list("work")).containsExactly("work/a/10", "work/a/2", "work/b");
        assertThat(store.list("work/")).isEqualTo(store.list("work"));
        assertThat(store.list("work/a")).containsExactly("work/a/10", "work/a/2");
        assertThat(store.list("nowhere")).isEmpty();
    }

    @Test
    void whatIsDeletedIsGone() throws IOException {
        Store store = store();
        store.publish(made(store, "first"), "a/b");
        assertThat(store.local("a/b")).exists();

        store.delete("a/b");
        store.delete("a/b");

        assertThat(store.exists("a/b")).isFalse();
        assertThat(store.list("a")).isEmpty();
        assertThatThrownBy(() -> store.local("a/b")).isInstanceOf(UserError.class);
    }

    @Test
    void whatIsNotThereIsNamedInOneSentence() {
        Store store = store();
        assertThat(store.exists("nowhere/a")).isFalse();
        assertThatThrownBy(() -> store.local("nowhere/a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere/a")
                .hasMessageContaining(store.toString());
    }

    @Test
    void aNameCannotLeaveTheStore() {
        assertThatThrownBy(() -> store().exists("../outside")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesAreReadBelowTheFolderThatScratchIsIn() throws IOException {
        Store store = store();
        store.publish(made(store, "first"), "domains/crawl=2026-11-24/0.parquet");

        Path file = store.local("domains/crawl=2026-11-24/0.parquet");
        assertThat(file).startsWith(store.folder()).endsWith(Path.of("domains/crawl=2026-11-24/0.parquet"));
        assertThat(store.scratch("a")).startsWithRaw(store.folder());
        // As the dashboard does with the figures that it opens.
        assertThat(Files.createLink(store.scratch("link"), file)).hasContent("first");
    }

    protected static Path made(Store store, String content) throws IOException {
        return Files.writeString(store.scratch("test"), content);
    }
}
