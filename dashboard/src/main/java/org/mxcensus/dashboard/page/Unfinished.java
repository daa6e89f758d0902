package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.Header;

/// A page of which a part is yet to be worked out: its reader is told to come back, and nobody keeps it until then.
public final class Unfinished {
    /// RFC 9111 §5.2.2.5
    private static final String NO_STORE = "no-store";

    private Unfinished() {}

    /// Marks the page that is being made.
    ///
    /// @return what is to stand in the place of that part
    static String of(Context context) {
        context.header(Header.CACHE_CONTROL, NO_STORE);
        return Texts.of("layout.later");
    }

    /// Whether a page was marked.
    public static boolean is(Context context) {
        return NO_STORE.equals(context.res().getHeader(Header.CACHE_CONTROL));
    }
}
