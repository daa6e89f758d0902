package org.mxcensus.datasets.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.bucket.Fault;
import org.mxcensus.bucket.Faults;
import org.mxcensus.bucket.S3Endpoint;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.StoreContract;
import org.mxcensus.datasets.store.UserError;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3StoreTest extends StoreContract {
    private static S3Endpoint endpoint;

    @TempDir
    Path folder;

    private final S3Location location = S3Location.of("s3://" + S3Endpoint.BUCKET + "/" + UUID.randomUUID());

    @BeforeAll
    static void start() {
        S3Endpoint.grantToThisProcess();
        endpoint = S3Endpoint.start(Faults.none());
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    @Override
    protected Store store() {
        return open(endpoint);
    }

    private S3Store open(S3Endpoint at) {
        return S3Store.open(location, access(at.url()), folder.resolve("cache"));
    }

    private static S3Access access(URI url) {
        return new S3Access(Optional.of(url), true);
    }

    @Test
    void aCopyIsFetchedOnceAndAgainWhenTheObjectHasChanged() throws IOException {
        Store store = store();
        store.publish("first".getBytes(UTF_8), "a");
        Path copy = store.local("a");
        Object file = Files.readAttributes(copy, "unix:ino").get("ino");

        assertThat(Files.readAttributes(store.local("a"), "unix:ino")).containsValue(file);
        assertThat(Files.readAttributes(store().local("a"), "unix:ino")).containsValue(file);

        store().publish("other".getBytes(UTF_8), "a");
        assertThat(store.local("a")).hasContent("other");
    }

    @Test
    void aCopyThatWasSpoiltIsFetchedAgain() throws IOException {
        store().publish("first".getBytes(UTF_8), "a");
        Files.writeString(store().local("a"), "spoilt");

        assertThat(store().local("a")).hasContent("first");
    }

    @Test
    void anObjectThatIsNotWhatWasStoredIsNeverRead() {
        Store store = store();
        try (S3Client client = access(endpoint.url()).client()) {
            client.putObject(
                    put -> put.bucket(location.bucket())
                            .key(location.key("a"))
                            .metadata(Map.of("sha256", "0".repeat(64))),
                    RequestBody.fromString("something else"));
        }

        assertThatThrownBy(() -> store.local("a"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a in " + location)
                .hasMessageContaining("SHA-256");
        assertThat(store.folder().resolve("a")).doesNotExist();
    }

    @Test
    void whoShowsItAsksAgainAfterAWhile() {
        Clock clock = Clock.systemUTC();
        S3Store writer = open(endpoint);
        writer.publish("first".getBytes(UTF_8), "manifests/1");
        S3Store believing = writer.shownWithin(Duration.ofDays(1), clock);
        S3Store asking = writer.shownWithin(Duration.ofNanos(1), clock);
        assertThat(believing.list("manifests"))
                .isEqualTo(asking.list("manifests"))
                .hasSize(1);

        writer.publish("second".getBytes(UTF_8), "manifests/2");

        assertThat(believing.list("manifests")).hasSize(1);
        assertThat(asking.list("manifests")).hasSize(2);
        assertThat(believing.exists("manifests/2")).isTrue();
    }

    @Test
    void requestsThatFailAreRepeatedAndNothingIsPublishedTwice() {
        for (Fault fault : Fault.values()) {
            // The first request looks whether the bucket is there, the next three whether conditions are heeded.
            try (S3Endpoint failing = S3Endpoint.start(
                    Faults.inOrder(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, fault))) {
                S3Store store = open(failing);
                assertThat(store.publishFirst("first".getBytes(UTF_8), "a"))
                        .as(fault.name())
                        .isTrue();
                assertThat(store.publishFirst("second".getBytes(UTF_8), "a"))
                        .as(fault.name())
                        .isFalse();
                assertThat(store.local("a")).as(fault.name()).hasContent("first");
                assertThat(failing.failed()).isEqualTo(fault == Fault.NONE ? 0 : 1);
            }
        }
    }

    @Test
    void anyRequestMayFail() {
        try (S3Endpoint failing = S3Endpoint.start(Faults.oneIn(4, 7))) {
            S3Store store = open(failing);
            for (int part = 0; part < 40; part++) {
                String name = "work/part-" + part;
                byte[] content = name.repeat(500).getBytes(UTF_8);
                assertThat(store.publishFirst(content, name)).isTrue();
                assertThat(store.publishFirst(new byte[] {1}, name)).isFalse();
                assertThat(store.local(name)).hasBinaryContent(content);
            }
            assertThat(store.list("work")).hasSize(40);
            assertThat(failing.failed()).isGreaterThan(20);
        }
    }

    @Test
    void whoIsStoppedHearsOfNoFaultOfTheStorage() {
        S3Store store = open(endpoint);
        store.publish("first".getBytes(UTF_8), "a");
        List<ThrowingCallable> questions = List.of(
                store::isEmpty,
                () -> store.exists("a"),
                () -> store.local("a"),
                () -> store.list(""),
                () -> store.delete("a"),
                () -> store.publish(written(store), "b"),
                () -> store.publishFirst(written(store), "b"));
        for (ThrowingCallable question : questions) {
            assertStopped(() -> {
                Thread.currentThread().interrupt();
                question.call();
            });
        }
        assertThat(store.list("")).containsExactly("a");
    }

    @Test
    void whoIsStoppedWhileTheStorageIsAskedAgainWaitsNoLonger() {
        Thread asking = Thread.currentThread();
        AtomicBoolean stopping = new AtomicBoolean();
        try (S3Endpoint failing = S3Endpoint.start(() -> {
            if (!stopping.get()) {
                return Fault.NONE;
            }
            asking.interrupt();
            return Fault.SLOW_DOWN;
        })) {
            Store store = open(failing);
            stopping.set(true);
            assertStopped(() -> store.list("work"));
            assertStopped(() -> store.local("work/a"));
        }
    }

    private static void assertStopped(ThrowingCallable question) {
        try {
            assertThatThrownBy(question).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    /// Made before the interruption would be in its way.
    private static Path written(Store store) throws IOException {
        boolean interrupted = Thread.interrupted();
        Path file = Files.writeString(store.scratch("b"), "second");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return file;
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        assertThatThrownBy(() -> S3Store.open(S3Location.of("s3://nowhere/a"), access(endpoint.url()), folder))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no bucket nowhere; make it, or name another with --data.");
        System.setProperty("aws.secretAccessKey", "wrong");
        try {
            assertThatThrownBy(this::store)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("refuses us (SignatureDoesNotMatch)")
                    .hasMessageContaining("AWS_PROFILE");
        } finally {
            S3Endpoint.grantToThisProcess();
        }
    }
}
