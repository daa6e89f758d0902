package org.mxcensus.crawler.tls;

import org.mxcensus.datasets.observation.ConnectFailure;

/// What became of an attempt to connect.
public sealed interface Attempt {

    record Connected(Connection connection) implements Attempt {}

    record Failed(ConnectFailure cause) implements Attempt {}
}
