package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.crawler.Warnings;
import org.mxcensus.crawler.pace.StoppedTime;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// A question that fails, and whose failure it is: the name's, or that of a resolver that is away.
class PatientWireTest {
    private static final Question QUESTION = new Question(Name.root, Type.MX);
    private static final Reply ANSWER = new Reply.Answered(new Message());
    private static final Reply TIMEOUT = new Reply.Failed(DnsFailure.TIMEOUT);
    private static final Reply REFUSAL = new Reply.Failed(DnsFailure.NETWORK);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StoppedTime time = new StoppedTime();
    private final Deque<Supplier<Reply>> replies = new ArrayDeque<>();
    private final Deque<Boolean> canary = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Presence presence = new Presence(this::isThere, "192.0.2.53:53", time);
    private final Exchange wire = new PatientWire(this::next, presence);

    @Test
    void anAnswerIsPassedOn() {
        replies.add(() -> ANSWER);

        assertThat(ask()).isEqualTo(ANSWER);
        assertThat(canary).as("nothing was in doubt").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVFAIL", "BOGUS", "REFUSED", "MALFORMED", "INTERNAL_ERROR"})
    void whoeverSaysNoIsThere(DnsFailure failure) {
        Reply no = new Reply.Failed(failure);
        replies.add(() -> no);

        assertThat(ask()).isEqualTo(no);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "NETWORK"})
    void whileTheResolverIsAwayNothingIsTheNames(DnsFailure failure) {
        replies.add(() -> after(PATIENCE, new Reply.Failed(failure)));
        canary.addAll(List.of(false, false, false, true));
        replies.add(() -> ANSWER);

        assertThat(ask()).isEqualTo(ANSWER);

        assertThat(time.sleeps()).containsExactly(millis(250), millis(500), millis(1_000));
    }

    @Test
    void pausesGrowToFiveSeconds() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.addAll(List.of(false, false, false, false, false, false, false, true));
        replies.add(() -> ANSWER);

        ask();

        assertThat(time.sleeps())
                .containsExactly(
                        millis(250),
                        millis(500),
                        millis(1_000),
                        millis(2_000),
                        millis(4_000),
                        millis(5_000),
                        millis(5_000));
    }

    @Test
    void aNameThatNobodyAnswersForWhileOthersAreAnsweredHasFailed() {
        replies.add(() -> othersAnsweredFor(PATIENCE, TIMEOUT));
        canary.add(true);

        assertThat(ask()).isEqualTo(TIMEOUT);
        assertThat(asked).hasValue(1);
    }

    /// Nobody else asked anything: it could have been away, and so the name is asked for once more.
    @Test
    void aNameThatFailsInTheQuietIsAskedForTwice() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.add(true);
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.add(true);

        assertThat(ask()).isEqualTo(TIMEOUT);
        assertThat(asked).hasValue(2);
    }

    /// Away for the time that three datagrams took, and back before anybody noticed.
    @Test
    void anAbsenceThatIsOverBeforeItIsNoticedCostsNothing() {
        replies.add(() -> {
            time.pass(Duration.ofSeconds(8));
            return othersAnsweredFor(Duration.ofSeconds(7), TIMEOUT);
        });
        canary.add(true);
        replies.add(() -> ANSWER);

        assertThat(ask()).isEqualTo(ANSWER);
    }

    @Test
    void anAbsenceDuringTheSecondTryIsWaitedForToo() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.add(true);
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.addAll(List.of(false, true));
        replies.add(() -> ANSWER);

        assertThat(ask()).isEqualTo(ANSWER);
    }

    @Test
    void aQuestionThatBringsTheResolverDownEachTimeIsGivenUp() {
        for (int i = 0; i < 20; i++) {
            replies.add(() -> after(PATIENCE, REFUSAL));
            canary.addAll(List.of(false, true));
        }

        assertThat(ask()).isEqualTo(REFUSAL);
        assertThat(asked).hasValue(8);
    }

    @Test
    void messagesToNobodyAreNotCounted() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.addAll(List.of(false, true));
        replies.add(() -> ANSWER);
        Tally tally = new Tally();
        tally.add();

        wire.ask(QUESTION, tally);

        assertThat(tally.queries())
                .as("one before, one of the try that was answered")
                .isEqualTo(2);
    }

    @Test
    void goingAndComingBackIsSaidOnceEach() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        canary.addAll(List.of(false, false, false, true));
        replies.add(() -> ANSWER);

        try (Warnings warnings = Warnings.of(Presence.class.getName())) {
            ask();
            assertThat(warnings.lines())
                    .containsExactly(
                            "The resolver 192.0.2.53:53 is away: look-ups wait until it answers again.",
                            "The resolver 192.0.2.53:53 is back after 16 s of silence: what it left unanswered is asked"
                                    + " again.");
        }
    }

    @Test
    void aDeadNameIsNotWorthAWarning() {
        replies.add(() -> othersAnsweredFor(PATIENCE, TIMEOUT));
        canary.add(true);

        try (Warnings warnings = Warnings.of(Presence.class.getName())) {
            ask();
            assertThat(warnings.lines()).isEmpty();
        }
    }

    /// Two hundred questions fail together. One asks the canary; when it is answered, all ask again.
    @Test
    void ofAllWhoWaitOneAsks() throws Exception {
        int crowd = 200;
        Semaphore canaries = new Semaphore(0);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(crowd);
        Presence shared = new Presence(
                () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    canaries.acquireUninterruptibly();
                    atOnce.decrementAndGet();
                    return true;
                },
                "192.0.2.53:53",
                time);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            Deque<Reply> mine = new ArrayDeque<>(List.of(TIMEOUT, ANSWER));
            Exchange patient = new PatientWire(
                    (question, tally) -> {
                        if (mine.size() == 2) {
                            time.pass(Duration.ofSeconds(2));
                            failed.countDown();
                        }
                        return mine.remove();
                    },
                    shared);
            threads.add(Thread.ofVirtual().start(() -> {
                if (patient.ask(QUESTION, new Tally()).equals(ANSWER)) {
                    answered.incrementAndGet();
                }
            }));
        }
        failed.await();
        canaries.release(crowd);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answered).hasValue(crowd);
        assertThat(most).hasValue(1);
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndTheOthersGoOn() throws Exception {
        Semaphore back = new Semaphore(0);
        Semaphore waiting = new Semaphore(0);
        Presence shared = new Presence(
                () -> {
                    waiting.release();
                    try {
                        back.acquire();
                        return true;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CancellationException("interrupted");
                    }
                },
                "192.0.2.53:53",
                time);
        List<String> ends = new ArrayList<>();
        Thread first = Thread.ofVirtual().start(() -> ends.add(end(shared)));
        waiting.acquire();
        Thread second = Thread.ofVirtual().start(() -> end(shared));
        Thread third = Thread.ofVirtual().start(() -> ends.add(end(shared)));
        await().until(() -> isParked(second) && isParked(third));

        second.interrupt();
        second.join();
        first.interrupt();
        first.join();
        assertThat(ends).containsExactly("cancelled");

        // Whoever is next in the queue asks now.
        waiting.acquire();
        back.release();
        third.join();
        assertThat(ends).containsExactly("cancelled", "answered");
    }

    @Test
    void theInterruptStays() {
        replies.add(() -> after(PATIENCE, TIMEOUT));
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::ask).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Reply ask() {
        return wire.ask(QUESTION, new Tally());
    }

    private String end(Presence shared) {
        Deque<Reply> mine = new ArrayDeque<>(List.of(TIMEOUT, ANSWER));
        try {
            Reply reply = new PatientWire(
                            (question, tally) -> {
                                time.pass(Duration.ofSeconds(2));
                                return mine.remove();
                            },
                            shared)
                    .ask(QUESTION, new Tally());
            return reply.equals(ANSWER) ? "answered" : reply.toString();
        } catch (CancellationException e) {
            return "cancelled";
        }
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private Reply next(Question question, Tally tally) {
        asked.incrementAndGet();
        tally.add();
        return replies.remove().get();
    }

    private boolean isThere() {
        return canary.remove();
    }

    private Reply after(Duration duration, Reply reply) {
        time.pass(duration);
        return reply;
    }

    /// Meanwhile the resolver answers two questions a second.
    private Reply othersAnsweredFor(Duration duration, Reply reply) {
        for (long passed = 0; passed < duration.toMillis(); passed += 500) {
            time.pass(Duration.ofMillis(500));
            presence.heard();
        }
        time.pass(Duration.ofMillis(1));
        return reply;
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
