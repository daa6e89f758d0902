package org.mxcensus.crawler.queue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.mxcensus.datasets.store.UserError;

/// Tells what the user can mend from what is a bug: Kafka has one hierarchy of exceptions for both.
final class KafkaErrors {
    private final String bootstrap;

    KafkaErrors(KafkaConfig config) {
        this.bootstrap = config.bootstrap();
    }

    /// One sentence where the user can mend it, else the bug.
    ///
    /// @param what was tried, as it stands after "to": "read the topic x"
    RuntimeException told(Throwable failure, String what) {
        Throwable cause = inner(failure);
        return switch (cause) {
            case UserError told -> told;
            case AuthenticationException e ->
                say("refuses this client (%s); check the user, the password and the certificates", e, what);
            case AuthorizationException e -> say("does not allow it (%s); ask for the right", e, what);
            case UnsupportedVersionException e -> say("is too old (%s); version 4.0 or newer is needed", e, what);
            case UnknownTopicOrPartitionException e ->
                say("has no such topic (%s); run enqueue for this crawl first", e, what);
            case GroupNotEmptyException e -> say("still has workers in it (%s); stop them first", e, what);
            case TimeoutException e -> say("does not answer (%s); check the address and that it runs", e, what);
            case RecordTooLargeException e -> say("takes no message so large (%s); raise max.message.bytes", e, what);
            case PolicyViolationException e -> say("takes no topic with these settings (%s); change them", e, what);
            case InvalidReplicationFactorException e ->
                say("cannot keep so many copies (%s); ask for fewer, or add brokers", e, what);
            case InvalidConfigurationException e -> say("takes no topic with these settings (%s)", e, what);
            case InvalidOffsetException e ->
                say("has lost messages (%s); a crawl cannot go on without them: begin it anew", e, what);
            case ConfigException e -> setUp(e);
            // "Failed to construct kafka consumer", "Failed to create new KafkaAdminClient".
            case KafkaException e when message(e).startsWith("Failed to c") -> setUp(innermost(e));
            case RuntimeException e -> e;
            case Throwable e -> new IllegalStateException("cannot " + what, e);
        };
    }

    /// The same for what waits: Kafka has an unchecked exception for an interruption, and sets the flag as well.
    RuntimeException toldOrInterrupted(KafkaException failure, String what) throws InterruptedException {
        if (failure instanceof InterruptException) {
            Thread.interrupted();
            throw new InterruptedException("interrupted while waiting for the Kafka broker");
        }
        return told(failure, what);
    }

    private UserError say(String sentence, Throwable cause, String what) {
        return new UserError(
                "Cannot %s: the Kafka broker at %s %s.".formatted(what, bootstrap, sentence.formatted(message(cause))),
                cause);
    }

    private static UserError setUp(Throwable cause) {
        return new UserError(
                "The Kafka client cannot be set up (%s); mend the address or the client settings."
                        .formatted(message(cause)),
                cause);
    }

    /// As a part of a sentence.
    private static String message(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.strip().replaceAll("[.\\s]+$", "").replaceAll("\\s*\\n\\s*", " ");
    }

    private static Throwable inner(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
