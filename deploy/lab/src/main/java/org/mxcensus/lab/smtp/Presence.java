package org.mxcensus.lab.smtp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollSocketChannel;
import org.jspecify.annotations.Nullable;

/// Counts a connection in when it opens and out when it closes. Where the server closes, out before the client can know
/// of it: a client that connects again at once has never been there twice. Where the client closes, the kernel knows
/// before the event loop does, and is asked.
final class Presence extends ChannelDuplexHandler {

    /// `TCP_ESTABLISHED` of Linux: neither side has hung up.
    private static final int ESTABLISHED = 1;

    private final String address;
    private final SmtpCounters counters;
    private boolean present;
    private volatile @Nullable Channel connection;

    Presence(String address, SmtpCounters counters) {
        this.address = address;
        this.counters = counters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        present = true;
        connection = context.channel();
        counters.connected(address, this);
        context.fireChannelActive();
    }

    /// Whether the client has not hung up.
    boolean isThere() {
        @Nullable Channel at = connection;
        if (!(at instanceof EpollSocketChannel socket)) {
            return at != null && at.isActive();
        }
        try {
            return socket.tcpInfo().state() == ESTABLISHED;
        } catch (ChannelException e) {
            return false; // closed meanwhile
        }
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

    /// Counts the connection out, once.
    void leave() {
        if (present) {
            present = false;
            counters.disconnected(address, this);
        }
    }
}
