package org.mxcensus.crawler.smtp;

import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpReply;

/// What was heard where a reply was due.
sealed interface Heard {

    record Said(SmtpReply reply) implements Heard {}

    /// @param silent not a single byte of the reply came
    record Broken(ProtocolFailure cause, String detail, boolean silent) implements Heard {}
}
