package org.mxcensus.lab.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Waits for what the client says first, and gives its place to the TLS handler that is right for it.
final class HelloReader extends SslClientHelloHandler<SslHandler> {

    private final BiFunction<ChannelHandlerContext, ClientHello, SslHandler> choice;

    HelloReader(BiFunction<ChannelHandlerContext, ClientHello, SslHandler> choice) {
        this.choice = choice;
    }

    @Override
    protected Future<SslHandler> lookup(ChannelHandlerContext context, @Nullable ByteBuf hello) {
        ClientHello read = read(hello);
        Promise<SslHandler> chosen = context.executor().newPromise();
        // A certificate that is not there yet is made now; no other connection is to wait for it.
        Thread.startVirtualThread(() -> {
            try {
                chosen.setSuccess(choice.apply(context, read));
            } catch (RuntimeException bug) {
                chosen.setFailure(bug);
            }
        });
        return chosen;
    }

    private static ClientHello read(@Nullable ByteBuf hello) {
        try {
            return hello == null ? ClientHello.NOTHING : ClientHello.read(hello);
        } catch (IndexOutOfBoundsException malformed) {
            // The TLS library says what is wrong with it.
            return ClientHello.NOTHING;
        }
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext context, Future<SslHandler> chosen) {
        if (!chosen.isSuccess()) {
            context.fireExceptionCaught(chosen.cause());
            return;
        }
        context.pipeline().replace(this, null, chosen.getNow());
    }
}
