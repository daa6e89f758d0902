package org.mxcensus.crawler.tls;

import org.mxcensus.datasets.observation.ProtocolFailure;

/// What came when a connection was read.
public sealed interface Incoming {

    /// The next bytes, at least one.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Bytes(byte[] bytes) implements Incoming {}

    /// Nothing more can be read.
    record Broken(ProtocolFailure cause, String detail) implements Incoming {}
}
