package org.mxcensus.lab.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;

/// Ends a connection by RST.
public final class Resetting {

    private Resetting() {}

    /// Beside TLS, which would take leave first. On the connection's own thread.
    public static void reset(Channel connection) {
        // A linger of zero turns the close into a reset.
        connection.config().setOption(ChannelOption.SO_LINGER, 0);
        connection.unsafe().close(connection.unsafe().voidPromise());
    }
}
