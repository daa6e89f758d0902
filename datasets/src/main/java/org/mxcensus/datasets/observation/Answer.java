package org.mxcensus.datasets.observation;

import java.util.List;

/// What a look-up of one RRset gave.
///
/// @param <T> the data of the RRset
public sealed interface Answer<T> {

    /// The RRset exists.
    ///
    /// @param value the data
    /// @param security whether the answer, aliases included, was validated
    /// @param ttl remaining time to live in seconds, the smallest along the chain of aliases
    record Found<T>(T value, Security security, long ttl) implements Answer<T> {}

    /// The name exists, the type does not (RFC 2308 §2.2).
    record NoData<T>(Security security) implements Answer<T> {}

    /// The name does not exist (RFC 2308 §2.1, RFC 8020).
    record NxDomain<T>(Security security) implements Answer<T> {}

    /// No answer was had.
    ///
    /// @param failure why
    /// @param errors the extended errors that came with it, in the order sent
    record Failed<T>(DnsFailure failure, List<ExtendedError> errors) implements Answer<T> {
        public Failed {
            errors = List.copyOf(errors);
        }

        public Failed(DnsFailure failure) {
            this(failure, List.of());
        }
    }
}
