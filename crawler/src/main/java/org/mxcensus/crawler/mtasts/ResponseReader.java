package org.mxcensus.crawler.mtasts;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.mxcensus.crawler.tls.Connection;
import org.mxcensus.crawler.tls.Deadline;
import org.mxcensus.crawler.tls.Incoming;
import org.mxcensus.datasets.observation.ProtocolFailure;

/// Reads one HTTP/1.1 response (RFC 9112) from a connection. The head may have 4 KiB for the status line and 8 KiB
/// for the fields, the body as much as the caller says.
final class ResponseReader implements AutoCloseable {

    /// What a response may take beside its body: heads, also those of interim responses, and the framing of chunks.
    private static final int OVERHEAD_BYTES = 256 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;

    private final EmbeddedChannel decoder = new EmbeddedChannel(new HttpResponseDecoder());
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int maxBodyBytes;
    private String mediaType = "";
    private boolean interim;
    private int received;

    ResponseReader(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    Response read(Connection connection, Deadline deadline) throws InterruptedException {
        while (received < maxBodyBytes + OVERHEAD_BYTES) {
            Optional<Response> response = switch (connection.read(deadline)) {
                case Incoming.Bytes(byte[] bytes) -> decoded(bytes);
                case Incoming.Broken(ProtocolFailure cause, String detail) -> Optional.of(ended(cause));
            };
            if (response.isPresent()) {
                return response.get();
            }
        }
        return new Response.Broken(ProtocolFailure.TOO_LONG);
    }

    /// @return the response, where these bytes end it
    Optional<Response> decoded(byte[] bytes) {
        received += bytes.length;
        decoder.writeInbound(Unpooled.wrappedBuffer(bytes));
        return drain();
    }

    /// RFC 9112 §6.3: without a length the body ends with the connection.
    Response ended(ProtocolFailure cause) {
        if (cause != ProtocolFailure.CLOSED) {
            return new Response.Broken(cause);
        }
        decoder.finish();
        return drain().orElse(new Response.Broken(cause));
    }

    private Optional<Response> drain() {
        HttpObject next = decoder.readInbound();
        while (next != null) {
            try {
                Optional<Response> response = take(next);
                if (response.isPresent()) {
                    return response;
                }
            } finally {
                ReferenceCountUtil.release(next);
            }
            next = decoder.readInbound();
        }
        return Optional.empty();
    }

    private Optional<Response> take(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            boolean tooLong = part.decoderResult().cause() instanceof TooLongFrameException;
            return Optional.of(new Response.Broken(tooLong ? ProtocolFailure.TOO_LONG : ProtocolFailure.SYNTAX));
        }
        if (part instanceof HttpResponse head) {
            return head(head);
        }
        return part instanceof HttpContent content && !interim ? content(content) : Optional.empty();
    }

    private Optional<Response> head(HttpResponse head) {
        int status = head.status().code();
        // RFC 9110 §15.2: interim responses may come before the final one. Behind 101, for which nobody asked, comes no
        // HTTP.
        interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL && status != SWITCHING_PROTOCOLS;
        mediaType = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return interim || status == 200 ? Optional.empty() : Optional.of(new Response.OtherStatus(status));
    }

    private Optional<Response> content(HttpContent content) {
        byte[] bytes = new byte[content.content().readableBytes()];
        content.content().getBytes(content.content().readerIndex(), bytes);
        body.writeBytes(bytes);
        if (body.size() > maxBodyBytes) {
            return Optional.of(new Response.Ok(mediaType, Arrays.copyOf(body.toByteArray(), maxBodyBytes), true));
        }
        return content instanceof LastHttpContent
                ? Optional.of(new Response.Ok(mediaType, body.toByteArray(), false))
                : Optional.empty();
    }

    @Override
    public void close() {
        decoder.finishAndReleaseAll();
    }
}
