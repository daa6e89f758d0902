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
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;

/// One connection, and the questions on it: sent without waiting for answers, which may come in any order
/// (RFC 7766 §6.2.1.1, §7). Belongs to the event loop.
final class TcpConnection extends SimpleChannelInboundHandler<ByteBuf> {
    private static final int LONGEST_MESSAGE = 65_535;

    /// A connection that has answered so many was made to last.
    private static final int LASTING = 16;

    private final TcpConnections all;
    private final Map<Integer, TcpQuestion> questions = new LinkedHashMap<>();
    private @Nullable Channel channel;
    private int nextId;
    private int answers;
    private boolean isRetired;
    private int restedSince;

    /// @param firstId ids are counted up from there: none comes again while an answer may, and nobody can slip
    ///     an answer into a connection from outside
    TcpConnection(TcpConnections all, int firstId) {
        this.all = all;
        this.nextId = firstId;
    }

    void open() {
        ChannelFuture connecting = all.connect(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                // RFC 1035 §4.2.2: each message with its length in two bytes before it.
                channel.pipeline()
                        .addLast(new LengthFieldBasedFrameDecoder(LONGEST_MESSAGE + 2, 0, 2, 0, 2))
                        .addLast(new LengthFieldPrepender(2))
                        .addLast(TcpConnection.this);
            }
        });
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                boolean isSilent = done.cause() instanceof ConnectTimeoutException
                        || done.cause() instanceof SocketTimeoutException;
                refused(isSilent ? DnsFailure.TIMEOUT : DnsFailure.NETWORK);
            }
        });
    }

    int load() {
        return questions.size();
    }

    /// Whether it still takes questions.
    boolean isUsable() {
        return !isRetired;
    }

    void put(TcpQuestion question) {
        int id = nextId++ & 0xFFFF;
        questions.put(id, question);
        question.putOn(this);
        if (channel != null) {
            write(channel, id, question);
            channel.flush();
        }
    }

    /// Nobody waits for that question any longer. Who leaves one unanswered is given no others.
    void giveUp(TcpQuestion question) {
        isRetired = true;
        questions.values().remove(question);
        closeIfDone();
    }

    void close() {
        isRetired = true;
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        questions.forEach((id, question) -> write(context.channel(), id, question));
        context.flush();
    }

    private static void write(Channel channel, int id, TcpQuestion question) {
        ByteBuf out = channel.alloc().directBuffer(question.query().length());
        question.query().writeTo(out, id);
        channel.write(out, channel.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
        if (message.readableBytes() < Header.LENGTH) {
            return;
        }
        int id = message.getUnsignedShort(message.readerIndex());
        TcpQuestion question = questions.get(id);
        if (question == null) {
            return;
        }
        if (!question.query().isAnsweredBy(message)) {
            question.note(DnsFailure.MALFORMED);
            return;
        }
        questions.remove(id);
        if (++answers == LASTING) {
            all.lasted();
        }
        question.outcome().complete(new TcpQuestion.Outcome.Came(ByteBufUtil.getBytes(message)));
        closeIfDone();
        restIfIdle();
        all.roomMade();
    }

    private void closeIfDone() {
        if (isRetired && questions.isEmpty()) {
            close();
        }
    }

    /// RFC 7766 §6.2.3: what nobody needs any more is closed by us.
    private void restIfIdle() {
        if (questions.isEmpty()) {
            int since = ++restedSince;
            all.afterAWhile(() -> {
                if (questions.isEmpty() && since == restedSince) {
                    close();
                }
            });
        }
    }

    private void refused(DnsFailure failure) {
        questions.values().forEach(question -> question.note(failure));
        end(false);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(true);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A reset, or a frame that cannot be one.
        context.close();
    }

    /// Those that it leaves go to another connection, where that is worth trying.
    private void end(boolean wasOpen) {
        isRetired = true;
        List<TcpQuestion> left = new ArrayList<>(questions.values());
        questions.clear();
        all.ended(this, left.size());
        for (TcpQuestion question : left) {
            if (wasOpen && question.mayTryAgain(answers == 0)) {
                all.take(question);
            } else {
                question.fail();
            }
        }
    }
}
