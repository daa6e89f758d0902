package org.mxcensus.crawler.dns;

import java.util.List;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.xbill.DNS.Message;

/// What came of a question.
sealed interface Reply {

    /// A message that fits the question, whatever its response code.
    record Answered(Message message) implements Reply {}

    /// Nothing that could be used.
    record Failed(DnsFailure failure, List<ExtendedError> errors) implements Reply {
        public Failed {
            errors = List.copyOf(errors);
        }

        public Failed(DnsFailure failure) {
            this(failure, List.of());
        }
    }
}
