package org.mxcensus.lab.smtp;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/// Counts a connection in when it opens and out when it closes. Where the server closes, out before the client can know
/// of it: a client that connects again at once has never been there twice.
final class Presence extends ChannelDuplexHandler {

    private final String address;
    private final SmtpCounters counters;
    private boolean present;

    Presence(String address, SmtpCounters counters) {
        this.address = address;
        this.counters = counters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        present = true;
        counters.connected(address);
        context.fireChannelActive();
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        leave();
        context.close(promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        leave();
        context.fireChannelInactive();
    }

    private void leave() {
        if (present) {
            present = false;
            counters.disconnected(address);
        }
    }
}
