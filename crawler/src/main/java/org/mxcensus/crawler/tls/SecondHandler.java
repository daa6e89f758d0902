package org.mxcensus.crawler.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.mxcensus.datasets.observation.HandshakeFailure;

/// Bouncy Castle's protocol as a part of a channel's pipeline.
final class SecondHandler extends ChannelDuplexHandler {

    private final SecondPeer peer;
    private final SecondProtocol protocol;
    private final CompletableFuture<Handshake> result;
    /// Somebody has asked for bytes and got none yet.
    private boolean wanted = true;

    SecondHandler(SecondPeer peer, CompletableFuture<Handshake> result) {
        this.peer = peer;
        this.protocol = new SecondProtocol(peer);
        this.result = result;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws IOException {
        protocol.connect();
        send(ctx, ctx.newPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof ByteBuf bytes && (protocol.isHandshaking() || protocol.isConnected())) {
                protocol.offerInput(ByteBufUtil.getBytes(bytes));
            }
            send(ctx, ctx.newPromise());
            hear(ctx);
        } catch (IOException e) {
            send(ctx, ctx.newPromise());
            broken(ctx, e);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void hear(ChannelHandlerContext ctx) {
        if (peer.complete() && !result.isDone()) {
            result.complete(protocol.facts());
        }
        int available = protocol.getAvailableInputBytes();
        if (available > 0) {
            byte[] said = new byte[available];
            protocol.readInput(said, 0, available);
            wanted = false;
            ctx.fireChannelRead(Unpooled.wrappedBuffer(said));
        }
    }

    private void broken(ChannelHandlerContext ctx, IOException e) {
        if (!result.complete(failed(e))) {
            ctx.fireExceptionCaught(e);
        }
    }

    private static Handshake.Failed failed(IOException e) {
        return e instanceof TlsFatalAlertReceived alert
                ? Handshake.Failed.byAlert(Alerts.name(alert.getAlertDescription()))
                : new Handshake.Failed(HandshakeFailure.PROTOCOL, Optional.empty(), Failures.detail(e));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (wanted) {
            ctx.read();
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        wanted = true;
        ctx.read();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        try {
            byte[] bytes = ByteBufUtil.getBytes((ByteBuf) message);
            protocol.writeApplicationData(bytes, 0, bytes.length);
            send(ctx, promise);
        } catch (IOException | IllegalStateException e) {
            promise.setFailure(e);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void send(ChannelHandlerContext ctx, ChannelPromise promise) {
        byte[] out = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(out, 0, out.length);
        ctx.writeAndFlush(Unpooled.wrappedBuffer(out), promise);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        try {
            protocol.close();
            send(ctx, ctx.newPromise());
        } catch (IOException | IllegalStateException e) {
            // We are leaving anyhow.
        }
        ctx.close(promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        result.complete(Handshake.Failed.by(HandshakeFailure.CLOSED));
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        result.complete(Failures.handshake(failure));
        ctx.fireExceptionCaught(failure);
    }
}
