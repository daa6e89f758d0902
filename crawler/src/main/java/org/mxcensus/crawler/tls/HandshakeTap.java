package org.mxcensus.crawler.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;

/// Keeps a copy of what passes by on its way to the TLS library, until the handshake is done.
final class HandshakeTap extends ChannelInboundHandlerAdapter {

    /// Several times what servers send. Of a longer handshake the scheme of the signature stays unknown.
    private static final int MOST = 64 * 1024;

    private byte[] bytes = new byte[4096];
    private int length;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf buffer) {
            keep(buffer);
        }
        ctx.fireChannelRead(message);
    }

    private void keep(ByteBuf buffer) {
        int more = Math.min(buffer.readableBytes(), MOST - length);
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(2 * bytes.length, length + more)));
        }
        buffer.getBytes(buffer.readerIndex(), bytes, length, more);
        length += more;
    }

    byte[] seen() {
        return Arrays.copyOf(bytes, length);
    }
}
