package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.mxcensus.datasets.observation.DnsFailure;

/// One question over one TCP connection (RFC 7766), after an answer that did not fit a datagram.
final class TcpExchange {
    private static final int LONGEST_MESSAGE = 65_535;

    /// What came: the message, or why there is none.
    sealed interface Outcome {
        record Came(byte[] message) implements Outcome {}

        record Failed(DnsFailure failure) implements Outcome {}
    }

    private final EventLoops loops;
    private final RandomGenerator random;

    TcpExchange(EventLoops loops, RandomGenerator random) {
        this.loops = loops;
        this.random = random;
    }

    /// @throws CancellationException where the waiting thread is interrupted
    Outcome ask(InetSocketAddress server, QueryWire query, Duration within) {
        if (within.isNegative() || within.isZero()) {
            return new Outcome.Failed(DnsFailure.TIMEOUT);
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        int id = random.nextInt(1 << 16);
        ChannelFuture connecting = loops.connectStream(server, within, new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                // RFC 1035 §4.2.2: each message with its length in two bytes before it.
                channel.pipeline()
                        .addLast(new LengthFieldBasedFrameDecoder(LONGEST_MESSAGE, 0, 2, 0, 2))
                        .addLast(new LengthFieldPrepender(2))
                        .addLast(new Conversation(query, id, outcome));
            }
        });
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                outcome.complete(new Outcome.Failed(failure(done.cause())));
            }
        });
        try {
            return outcome.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Failed(DnsFailure.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the DNS");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome never fails", e);
        } finally {
            connecting.channel().close();
        }
    }

    private static DnsFailure failure(Throwable cause) {
        return switch (cause) {
            case ConnectTimeoutException e -> DnsFailure.TIMEOUT;
            case SocketTimeoutException e -> DnsFailure.TIMEOUT;
            case IOException e -> DnsFailure.NETWORK;
            // A frame that cannot be one.
            case null, default -> DnsFailure.MALFORMED;
        };
    }

    private static final class Conversation extends SimpleChannelInboundHandler<ByteBuf> {
        private final QueryWire query;
        private final int id;
        private final CompletableFuture<Outcome> outcome;

        Conversation(QueryWire query, int id, CompletableFuture<Outcome> outcome) {
            this.query = query;
            this.id = id;
            this.outcome = outcome;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ByteBuf out = context.alloc().directBuffer(query.length());
            query.writeTo(out, id);
            context.writeAndFlush(out);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            boolean fits = message.readableBytes() >= Header.LENGTH
                    && message.getUnsignedShort(message.readerIndex()) == id
                    && query.isAnsweredBy(message);
            outcome.complete(
                    fits ? new Outcome.Came(ByteBufUtil.getBytes(message)) : new Outcome.Failed(DnsFailure.MALFORMED));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            outcome.complete(new Outcome.Failed(DnsFailure.NETWORK));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            outcome.complete(new Outcome.Failed(failure(cause)));
        }
    }
}
