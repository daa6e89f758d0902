package org.mxcensus.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.UnderWay;
import org.mxcensus.dashboard.page.Reader;
import org.mxcensus.dashboard.page.Unfinished;
import org.mxcensus.datasets.records.Sha256;

/// Responses that were made already, for whoever asks for the same: what is read here changes only with the census's
/// edition. Safe for use by several threads.
///
/// Only successful ones are kept, no page of which a part is yet to be worked out, and none that is so long that it
/// would drive out many others.
final class ResponseCache {
    /// Some thousand pages; a sixteenth of the heap that a dashboard of ten million domains has.
    private static final long BYTES = 64L << 20;

    private static final int LONGEST = 1 << 20;

    /// An entry's key and headers, about.
    private static final int BESIDES = 1000;

    /// Headers that are made with the body; others are added to each response.
    private static final List<String> OF_BODY = List.of(Header.ETAG, Header.CACHE_CONTROL, Header.VARY);

    private final Census census;
    private final RequestWatch watch;
    private final Cache<Key, Kept> kept;

    /// @param watch hears how often a response was at hand
    ResponseCache(Census census, RequestWatch watch) {
        this.census = census;
        this.watch = watch;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(BYTES)
                .<Key, Kept>weigher((_, response) -> response.body.length + BESIDES)
                .build();
    }

    /// All that a response depends on.
    ///
    /// @param origin as the reader calls us: pages tell how they are embedded
    /// @param underWay only the overview tells how far crawls have come
    private record Key(
            String edition,
            List<String> notice,
            List<UnderWay> underWay,
            String origin,
            Locale locale,
            String path,
            @Nullable String query) {}

    private record Kept(
            byte[] body,
            Map<String, String> headers,
            @Nullable String type) {}

    /// A handler that runs only where its response is not at hand.
    Handler over(Handler handler) {
        return context -> {
            if (context.header(Header.IF_NONE_MATCH) != null && context.path().startsWith("/api/")) {
                handler.handle(context); // It is enough to say that nothing has changed, where it has not.
                return;
            }
            Key key = key(context);
            Kept response = kept.getIfPresent(key);
            watch.looked(response != null);
            if (response == null) {
                handler.handle(context);
                keep(key, context);
            } else {
                give(response, context);
            }
        };
    }

    private Key key(Context context) {
        return new Key(
                census.edition(),
                census.notice().stream().toList(),
                context.path().equals("/") ? census.underWay() : List.of(),
                context.scheme() + "://" + context.host(),
                Reader.locale(),
                context.path(),
                context.queryString());
    }

    /// What has a stream of its own, as the progress of a crawl does, is none of ours.
    private void keep(Key key, Context context) {
        if (context.status().equals(HttpStatus.OK)
                && !Unfinished.is(context)
                && context.resultInputStream() instanceof ByteArrayInputStream made
                && made.available() <= LONGEST) {
            byte[] body = made.readAllBytes();
            if (context.res().getHeader(Header.ETAG) == null) {
                context.header(Header.ETAG, tag(body));
            }
            kept.put(key, new Kept(body, headers(context), context.res().getContentType()));
            context.result(body);
        }
    }

    /// Of a page, which says with its bytes what it is; else the server would work it out for each response.
    private static String tag(byte[] body) {
        return '"' + HexFormat.of().formatHex(Sha256.digest().digest(body), 0, 12) + '"';
    }

    private static Map<String, String> headers(Context context) {
        return OF_BODY.stream()
                .filter(name -> context.res().getHeader(name) != null)
                .collect(Collectors.toMap(name -> name, name -> context.res().getHeader(name)));
    }

    private static void give(Kept response, Context context) {
        response.headers.forEach(context::header);
        Stream.ofNullable(response.type).forEach(context::contentType);
        context.result(response.body);
    }
}
