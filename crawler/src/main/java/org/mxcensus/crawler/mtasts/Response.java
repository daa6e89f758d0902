package org.mxcensus.crawler.mtasts;

import org.mxcensus.datasets.observation.ProtocolFailure;

/// An HTTP response, as far as it came.
sealed interface Response {

    /// @param truncated the body was longer than we read
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Ok(String mediaType, byte[] body, boolean truncated) implements Response {}

    /// Any final status but 200.
    record OtherStatus(int status) implements Response {}

    record Broken(ProtocolFailure cause) implements Response {}
}
