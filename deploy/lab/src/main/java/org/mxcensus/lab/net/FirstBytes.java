package org.mxcensus.lab.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/// Takes whatever comes, does something once when the first of it has come, and no more.
///
/// So what the server does meets the client's handshake. Nothing of it is left unread when the connection closes: the
/// kernel would reset it instead.
public final class FirstBytes extends SimpleChannelInboundHandler<ByteBuf> {

    private final Runnable then;
    private boolean spokenTo;
    private boolean done;

    public FirstBytes(Runnable then) {
        this.then = then;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf anything) {
        spokenTo = true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (spokenTo && !done) {
            done = true;
            then.run();
        }
    }
}
