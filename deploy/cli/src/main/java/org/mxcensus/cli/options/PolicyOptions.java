package org.mxcensus.cli.options;

import org.mxcensus.crawler.mtasts.PolicyConfig;
import picocli.CommandLine.Option;

/// How to call at MTA-STS policy hosts.
public final class PolicyOptions {

    @Within(least = 1, most = Within.LAST_PORT)
    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "The port of the policy hosts (default: ${DEFAULT-VALUE}); a lab has another.")
    private int port = 443;

    /// @param hasty whether to wait only as long as in a lab
    /// @param ownName of the machine that asks, for the operator who wonders
    public PolicyConfig config(boolean hasty, String ownName) {
        String userAgent = "mxcensus (a census of mail transport security; from " + ownName + ")";
        if (hasty) {
            return PolicyConfig.lab(userAgent, port);
        }
        PolicyConfig base = PolicyConfig.defaults(userAgent);
        return new PolicyConfig(
                userAgent,
                port,
                base.maxAddresses(),
                base.connectTimeout(),
                base.overallTimeout(),
                base.maxBodyBytes());
    }
}
