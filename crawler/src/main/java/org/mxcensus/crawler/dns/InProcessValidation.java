package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.R;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// Believes nobody: validates each answer from the trust anchors down (RFC 4035 §5).
final class InProcessValidation implements Exchange {
    /// The validator's name for the reason.
    private static final String TOO_MANY_ITERATIONS = "failed.nsec3_ignored";

    /// Where validators may choose, as Unbound does, so that a zone is the same to both.
    private static final Properties CHOICES = new Properties();

    static {
        // RFC 9276 §3.2, whatever the size of the key.
        CHOICES.setProperty("dnsjava.dnssec.nsec3.iterations.1024", "150");
        // RFC 6840 §5.11: one way from a DS suffices. So a DS by SHA-1 counts beside better ones (RFC 4509 §3 says no).
        CHOICES.setProperty("dnsjava.dnssec.harden_algo_downgrade", "false");
        // RFC 5702 §2.1: short keys are weak, not broken.
        CHOICES.setProperty("dnsjava.dnssec.algorithm_rsa_min_key_size", "512");
    }

    /// Names below a zone's apex that can be hashed to find the last that exists: then come the apex and the wildcard,
    /// and the validator gives up at the eighth.
    private static final int MOST_LABELS = 5;

    /// Names that exist further down, one below the other. More than so many have been seen nowhere.
    private static final int MOST_TRIES = 8;

    private final Exchange wire;
    private final ValidatingResolver validator;

    /// @param anchors DS or DNSKEY records in zone file format
    /// @param clock what signatures' dates are compared with
    /// @param pause how to wait before keys that could not be had are asked for again
    InProcessValidation(Exchange wire, InputStream anchors, Clock clock, Pause pause) {
        this.wire = new KeyMaterial(wire, clock);
        this.validator = new ValidatingResolver(new ValidatorWire(this.wire, pause), clock);
        this.validator.setAddReasonToAdditional(false);
        try (anchors) {
            validator.init(CHOICES);
            validator.loadTrustAnchors(anchors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        return switch (ResponseCodes.usable(wire.ask(question.withCheckingDisabled(), tally))) {
            case Reply.Failed failed -> failed;
            case Reply.Answered answered -> eachLink(question, answered.message(), tally);
        };
    }

    /// The validator stops at the first link of a chain that is insecure, and so would miss a forged one behind it.
    /// A chain is what its worst link is: each that follows is put before the validator too, from the same message.
    private Reply eachLink(Question question, Message message, Tally tally) {
        Reply whole = validate(question, message, tally);
        List<Name> aliases = AnswerReader.aliases(question, message);
        for (int i = 0; i < aliases.size() && isInsecure(whole); i++) {
            Question link = new Question(aliases.get(i), question.type());
            Reply rest = validate(link, withQuestion(message, link), tally);
            if (!isInsecure(rest)) {
                return rest instanceof Reply.Failed ? rest : whole;
            }
        }
        return whole;
    }

    private static boolean isInsecure(Reply reply) {
        return reply instanceof Reply.Answered(Message message)
                && !message.getHeader().getFlag(Flags.AD);
    }

    private static Message withQuestion(Message message, Question question) {
        Message copy = message.clone();
        copy.removeAllRecords(Section.QUESTION);
        copy.addRecord(Record.newRecord(question.name(), question.type(), DClass.IN), Section.QUESTION);
        return copy;
    }

    /// The validator hashes eight names at most for a proof by NSEC3, from the longest on: too few for a long name
    /// far below the last that exists. What does not exist has nothing below it (RFC 8020 §2), and the proof is the
    /// same: a shorter name will do, unless that exists.
    private Reply validate(Question question, Message message, Tally tally) {
        int all = question.name().labels();
        int first = nsec3Zone(message).map(zone -> zone.labels() + MOST_LABELS).orElse(all);
        for (int labels = first; labels < Math.min(all, first + MOST_TRIES); labels++) {
            Question ancestor = new Question(new Name(question.name(), all - labels), question.type());
            Reply reply = validateAsItIs(ancestor, withQuestion(message, ancestor), tally);
            if (reply instanceof Reply.Answered(Message validated) && validated.getRcode() == Rcode.NXDOMAIN) {
                return reply;
            }
        }
        return validateAsItIs(question, message, tally);
    }

    /// Whose NSEC3 records say that the name asked for does not exist.
    private static Optional<Name> nsec3Zone(Message message) {
        if (message.getRcode() != Rcode.NXDOMAIN
                || !message.getSection(Section.ANSWER).isEmpty()) {
            return Optional.empty();
        }
        return message.getSection(Section.AUTHORITY).stream()
                .filter(r -> r.getType() == Type.NSEC3)
                .map(r -> new Name(r.getName(), 1))
                .findFirst();
    }

    private Reply validateAsItIs(Question question, Message message, Tally tally) {
        Message query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        if (message.normalize(query) == null) {
            // RFC 6672 §2.2: a DNAME makes a name that is too long. Resolvers say YXDOMAIN; see [ResponseCodes].
            return new Reply.Failed(DnsFailure.SERVFAIL);
        }
        ValidatorWire.LookupThreads lookup = new ValidatorWire.LookupThreads(tally, question, message);
        CompletionStage<Message> validated = validator.sendAsync(query, lookup);
        try {
            Reply reply = verdict(validated.toCompletableFuture().get(), message);
            // The validator lets a denial pass as unsigned where it could not get the keys. That could not be told.
            Reply.Failed failed = lookup.failure().get();
            return failed == null || isSecure(reply) ? reply : failed;
        } catch (InterruptedException e) {
            // The threads of the look-up go on for a while: others may be waiting for the keys that they are fetching.
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while an answer was being validated");
        } catch (ExecutionException e) {
            Reply.Failed failed = lookup.failure().get();
            return switch (e.getCause()) {
                case CancellationException cancelled -> throw cancelled;
                case RuntimeException _ when failed != null -> failed;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException("validation failed", e);
            };
        }
    }

    private static boolean isSecure(Reply reply) {
        return reply instanceof Reply.Answered(Message message)
                && message.getHeader().getFlag(Flags.AD);
    }

    /// The answer was there: this SERVFAIL is the validator's own.
    ///
    /// @param message what was validated
    private static Reply verdict(Message validated, Message message) {
        if (validated.getRcode() != Rcode.SERVFAIL) {
            return ResponseCodes.usable(new Reply.Answered(validated));
        }
        List<ExtendedError> errors = ExtendedErrors.of(validated);
        if (errors.stream().anyMatch(e -> e.text().equals(R.get(TOO_MANY_ITERATIONS)))) {
            // RFC 9276 §3.2: as insecure. The validator does so for names that do not exist, and forgets it here.
            Message insecure = message.clone();
            insecure.getHeader().unsetFlag(Flags.AD);
            return new Reply.Answered(insecure);
        }
        return new Reply.Failed(DnsFailure.BOGUS, errors);
    }
}
