package org.mxcensus.dashboard.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Names as parts of addresses.
public final class Addresses {
    private Addresses() {}

    /// A name as one segment of a path.
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The page about a domain.
    public static String domain(String name) {
        return "/domain/" + segment(name);
    }

    /// The page about an MX host.
    public static String host(String name) {
        return "/host/" + segment(name);
    }

    /// The page about a provider.
    public static String provider(String name) {
        return "/provider/" + segment(name);
    }

    /// The page about a top-level domain.
    public static String tld(String name) {
        return "/tld/" + segment(name);
    }
}
