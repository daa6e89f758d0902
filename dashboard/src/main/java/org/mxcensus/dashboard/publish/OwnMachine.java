package org.mxcensus.dashboard.publish;

import io.javalin.http.Context;
import io.javalin.http.MisdirectedRequestResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;
import java.util.stream.Stream;

/// Keeps a dashboard for this machine alone, as long as nobody has said what others may see. Listening on loopback is
/// not enough: a proxy may stand before it, and a page of a stranger in a browser of this machine may have its own
/// name resolve to loopback and so read everything (DNS rebinding).
public final class OwnMachine {
    private static final Set<String> NAMES = Set.of("localhost", "[::1]");
    private static final String ADDRESS = "127(\\.[0-9]{1,3}){3}";

    /// What proxies add (RFC 7239 §1, RFC 9110 §7.6.3).
    private static final String[] OF_PROXIES = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"};

    private OwnMachine() {}

    /// Stands before all routes.
    public static void add(JavalinDefaultRoutingApi routes) {
        routes.before(OwnMachine::pass);
    }

    private static void pass(Context context) {
        String host = context.host();
        boolean proxied = Stream.of(OF_PROXIES).anyMatch(name -> context.header(name) != null);
        if (proxied || (host != null && !isOurs(host))) {
            throw new MisdirectedRequestResponse(
                    "This dashboard is for its own machine alone, and this request comes by another name or through"
                            + " a proxy; whoever runs it can say with --publish what others may see.");
        }
    }

    private static boolean isOurs(String host) {
        String name = host.replaceFirst(":[0-9]{1,5}$", "");
        return NAMES.contains(name) || name.matches(ADDRESS);
    }
}
