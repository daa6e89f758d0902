package org.mxcensus.dashboard;

import io.javalin.http.Context;

/// The headers that every answer carries.
final class Headers {
    /// Nothing but our own files: no inline script or style, no other host, no frame around us.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private Headers() {}

    static void add(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
