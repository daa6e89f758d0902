package org.mxcensus.lab.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/// Answers whatever comes first with fixed bytes, and closes.
final class AnswerOnce extends SimpleChannelInboundHandler<ByteBuf> {

    private final byte[] bytes;
    private boolean spokenTo;

    AnswerOnce(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf anything) {
        spokenTo = true;
    }

    /// All that has come is read by now: closing with something unread would reset the connection.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (spokenTo) {
            context.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
