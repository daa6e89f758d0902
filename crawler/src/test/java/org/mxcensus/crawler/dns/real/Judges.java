package org.mxcensus.crawler.dns.real;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// Other people's validators, which start from the same anchor.
///
/// @param folder where they run
record Judges(Miniature miniature, Path folder) {

    private static final Tool UNBOUND_HOST = new Tool("unbound-host");
    private static final Tool DRILL = new Tool("drill");

    /// What `unbound-host -v` says, which asks the authoritative servers itself, in the words of [Asked].
    String unboundHost(Asked asked) {
        List<String> printed = UNBOUND_HOST.ask(
                folder,
                "-C",
                miniature.unboundConfiguration().toString(),
                "-f",
                miniature.anchorFile().toString(),
                "-v",
                "-t",
                asked.type(),
                asked.name());
        // Behind the aliases, before the reasons.
        String last = printed.stream()
                .filter(line -> line.endsWith(")"))
                .reduce((earlier, later) -> later)
                .orElse("");
        if (last.contains("(BOGUS")) {
            return "BOGUS";
        }
        if (last.endsWith("(error)")) {
            return last.replaceAll(".*\\d\\(([A-Z]+)\\).*", "$1");
        }
        String what = last.contains("NXDOMAIN") ? "NxDomain" : last.contains(" has no ") ? "NoData" : "Found";
        return last.endsWith("(secure)") ? what + " SECURE" : last.endsWith("(insecure)") ? what + " INSECURE" : last;
    }

    /// Whether `drill -S` finds a way from the answer, or from its denial, to the anchor.
    boolean drillTrusts(Asked asked) {
        InetSocketAddress resolver = miniature.resolver(Unbound.Mode.PLAIN);
        List<String> printed = DRILL.ask(
                folder,
                "-S",
                "-k",
                miniature.anchorFile().toString(),
                "@" + resolver.getAddress().getHostAddress(),
                "-p",
                Integer.toString(resolver.getPort()),
                asked.name(),
                asked.type());
        return printed.contains(";; Chase successful");
    }
}
