package org.mxcensus.crawler.dns;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;

/// The wire, as the validator sees it.
///
/// @param pause how to wait before keys that could not be had are asked for again
record ValidatorWire(Exchange wire, Pause pause) implements org.xbill.DNS.Resolver {

    /// The threads of one look-up. The validator hands its executor down to each question it puts, and so
    /// tells whose question it is.
    ///
    /// @param question what is being validated
    /// @param answer its answer, which is there already
    /// @param failure takes the first: the validator forgets failures in the midst of a denial
    record LookupThreads(
            Tally tally, Question question, Message answer, AtomicReference<Reply.@Nullable Failed> failure)
            implements Executor {

        LookupThreads(Tally tally, Question question, Message answer) {
            this(tally, question, answer, new AtomicReference<>());
        }

        @Override
        public void execute(Runnable task) {
            Thread.startVirtualThread(task);
        }
    }

    /// Ends a validation for which something could not be had; the look-up has the reason.
    private static final class NothingUsable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingUsable(DnsFailure failure) {
            super(failure.name(), null, false, false);
        }
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        Record asked = query.getQuestion();
        LookupThreads lookup = (LookupThreads) executor;
        Question question = new Question(asked.getName(), asked.getType());
        // Validation marks what it is given.
        return question.equals(lookup.question())
                ? CompletableFuture.completedFuture(lookup.answer().clone())
                : CompletableFuture.supplyAsync(() -> usable(question.withCheckingDisabled(), lookup), executor);
    }

    /// DS and DNSKEY records, for an answer that is there.
    private Message usable(Question question, LookupThreads lookup) {
        return switch (insist(question, lookup.tally())) {
            case Reply.Answered answered -> answered.message();
            case Reply.Failed failed -> {
                lookup.failure().compareAndSet(null, failed);
                throw new NothingUsable(failed.failure());
            }
        };
    }

    /// What can be had unless somebody validates it is bogus, says [TrustedResolver]; and so it is here, where a
    /// zone's servers lastingly fail to give what validation needs.
    private Reply insist(Question question, Tally tally) {
        Reply first = ResponseCodes.usable(wire.ask(question, tally));
        if (!isServfail(first)) {
            return first;
        }
        pause.await(TrustedResolver.SPACING);
        Reply again = ResponseCodes.usable(wire.ask(question, tally));
        return again instanceof Reply.Failed failed && isServfail(again)
                ? new Reply.Failed(DnsFailure.BOGUS, failed.errors())
                : again;
    }

    private static boolean isServfail(Reply reply) {
        return reply instanceof Reply.Failed failed && failed.failure() == DnsFailure.SERVFAIL;
    }

    // The wire is set up already: DO, EDNS and TCP as they should be.

    @Override
    public void setPort(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setTCP(boolean flag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setIgnoreTruncation(boolean flag) {
        // The validator asks for what is so anyway.
    }

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
        // The same.
    }

    @Override
    public void setTSIGKey(TSIG key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setTimeout(Duration timeout) {
        throw new UnsupportedOperationException();
    }
}
