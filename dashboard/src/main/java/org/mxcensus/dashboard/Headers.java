package org.mxcensus.dashboard;

import io.javalin.http.Context;

/// The headers that every answer carries.
final class Headers {
    /// Nothing but our own files: no inline script or style, no other host, no frame around us.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private Headers() {}

    static void add(Context context) {
        context.header("Content-Security-Policy", contentSecurityPolicy(context.path()));
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// A chart that is made to be embedded may stand on any page.
    private static String contentSecurityPolicy(String path) {
        return path.startsWith("/embed/")
                ? CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
                : CONTENT_SECURITY_POLICY;
    }
}
