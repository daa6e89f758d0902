package org.mxcensus.lab.policy;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mxcensus.lab.net.Resetting;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.StsSpec;

/// Answers the requests of one connection, one response each, then closes.
final class PolicyRequests extends SimpleChannelInboundHandler<FullHttpRequest> {

    // RFC 8461 §3.3
    private static final String PATH = "/.well-known/mta-sts.txt";
    private static final String PLAIN = "text/plain";
    private static final String WEB_PAGE = "text/html";
    private static final int MORE_THAN_64_KIB = 70_000;

    /// The beginning of a response, and from there to its breaking off: so the client has heard it.
    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nversion: STSv1\nmode: none\n";
    private static final long BREAK_MILLIS = 50;

    private final PolicyHosts hosts;
    private final Optional<PolicyStage> reset;
    private final BooleanSupplier tooMany;
    private final PolicyCounters counters;

    /// @param reset where the connection is reset; empty for nowhere
    /// @param tooMany whether there are too many requests, this one included
    PolicyRequests(PolicyHosts hosts, Optional<PolicyStage> reset, BooleanSupplier tooMany, PolicyCounters counters) {
        this.hosts = hosts;
        this.reset = reset;
        this.tooMany = tooMany;
        this.counters = counters;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        counters.requested();
        if (reset.isPresent()) {
            breakOff(context, reset.get() == PolicyStage.RESPONSE);
            return;
        }
        boolean http = hosts.find(host(request))
                .filter(sts -> sts.behaviour() == PolicyBehaviour.NOT_HTTP)
                .isEmpty();
        if (http) {
            answer(context, request);
        } else {
            sayPlainly(context, "Who is there?\r\n").addListener(ChannelFutureListener.CLOSE);
        }
    }

    /// Past the codec, which lets nothing but HTTP through.
    private static ChannelFuture sayPlainly(ChannelHandlerContext context, String text) {
        return context.pipeline()
                .context(HttpServerCodec.class)
                .writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void breakOff(ChannelHandlerContext context, boolean begun) {
        Channel connection = context.channel();
        if (begun) {
            sayPlainly(context, BEGINNING);
            context.executor().schedule(() -> Resetting.reset(connection), BREAK_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            Resetting.reset(connection);
        }
    }

    private void answer(ChannelHandlerContext context, FullHttpRequest request) {
        FullHttpResponse response = response(request);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse response(FullHttpRequest request) {
        if (tooMany.getAsBoolean()) {
            return text(HttpResponseStatus.TOO_MANY_REQUESTS, PLAIN, "too many requests\n");
        }
        Optional<StsSpec> sts = hosts.find(host(request));
        if (sts.isEmpty() || !request.uri().equals(PATH) || !request.method().equals(HttpMethod.GET)) {
            return text(HttpResponseStatus.NOT_FOUND, PLAIN, "nothing here\n");
        }
        String policy = sts.get().policy().orElse("");
        return switch (sts.get().behaviour()) {
            // The client judges the certificate; the policy would be there.
            case OK,
                    WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    UNKNOWN_CA,
                    NO_CHAIN,
                    NO_SAN,
                    HANDSHAKE_FAILED,
                    NOT_HTTP,
                    NO_ADDRESS,
                    REFUSED,
                    SILENT -> text(HttpResponseStatus.OK, PLAIN, policy);
            case WRONG_MEDIA_TYPE -> text(HttpResponseStatus.OK, WEB_PAGE, policy);
            case OVERSIZED ->
                text(HttpResponseStatus.OK, PLAIN, policy + "x_padding: " + "x".repeat(MORE_THAN_64_KIB) + "\n");
            case BAD_SYNTAX ->
                text(HttpResponseStatus.OK, PLAIN, policy.isEmpty() ? "<html><body>It works!</body></html>\n" : policy);
            case NOT_FOUND -> text(HttpResponseStatus.NOT_FOUND, PLAIN, "not found\n");
            case SERVER_ERROR -> text(HttpResponseStatus.INTERNAL_SERVER_ERROR, PLAIN, "out of order\n");
            case REDIRECT -> {
                FullHttpResponse elsewhere = text(HttpResponseStatus.MOVED_PERMANENTLY, PLAIN, "elsewhere\n");
                elsewhere.headers().set(HttpHeaderNames.LOCATION, "https://" + host(request) + "/policy.txt");
                yield elsewhere;
            }
        };
    }

    private static String host(FullHttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST, "").toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    private static FullHttpResponse text(HttpResponseStatus status, String mediaType, String body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, mediaType);
        return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that breaks off or does not like the certificate: everyday life of a web server.
        context.close();
    }
}
