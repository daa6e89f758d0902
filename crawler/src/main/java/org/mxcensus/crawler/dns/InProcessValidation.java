package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.mxcensus.datasets.observation.DnsFailure;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// Believes nobody: validates each answer from the trust anchors down (RFC 4035 §5).
final class InProcessValidation implements Exchange {
    private final ValidatingResolver validator;

    /// @param anchors DS or DNSKEY records in zone file format
    /// @param clock what signatures' dates are compared with
    InProcessValidation(Exchange wire, InputStream anchors, Clock clock) {
        this.validator = new ValidatingResolver(new Upstream(new KeyMaterial(wire, clock)), clock);
        this.validator.setAddReasonToAdditional(false);
        try (anchors) {
            validator.loadTrustAnchors(anchors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        Message query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        CompletionStage<Message> validated = validator.sendAsync(query, new LookupThreads(tally));
        try {
            return verdict(validated.toCompletableFuture().get());
        } catch (InterruptedException e) {
            // The threads of the look-up go on for a while: others may be waiting for the keys that they are fetching.
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while an answer was being validated");
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case NothingUsable nothing -> nothing.reply;
                case CancellationException cancelled -> throw cancelled;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException("validation failed", e);
            };
        }
    }

    /// Whatever upstream could not answer came by [NothingUsable]: this SERVFAIL is the validator's own.
    private static Reply verdict(Message validated) {
        return validated.getRcode() == Rcode.SERVFAIL
                ? new Reply.Failed(DnsFailure.BOGUS, ExtendedErrors.of(validated))
                : ResponseCodes.usable(new Reply.Answered(validated));
    }

    /// The threads of one look-up. The validator hands its executor down to each question it puts, and so
    /// tells whose question it is.
    private record LookupThreads(Tally tally) implements Executor {
        @Override
        public void execute(Runnable task) {
            Thread.startVirtualThread(task);
        }
    }

    /// Carries a failure through the validator, which would take every SERVFAIL for a proof of forgery.
    private static final class NothingUsable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reply.Failed reply;

        NothingUsable(Reply.Failed reply) {
            super(reply.failure().name(), null, false, false);
            this.reply = reply;
        }
    }

    /// The wire, as the validator sees it.
    private record Upstream(Exchange wire) implements org.xbill.DNS.Resolver {

        @Override
        public CompletionStage<Message> sendAsync(Message query, Executor executor) {
            Record asked = query.getQuestion();
            Tally tally = ((LookupThreads) executor).tally();
            Question question = new Question(asked.getName(), asked.getType(), true);
            return CompletableFuture.supplyAsync(() -> usable(question, tally), executor);
        }

        private Message usable(Question question, Tally tally) {
            return switch (ResponseCodes.usable(wire.ask(question, tally))) {
                case Reply.Answered answered -> answered.message();
                case Reply.Failed failed -> throw new NothingUsable(failed);
            };
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
}
