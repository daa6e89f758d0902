package org.mxcensus.cli.options;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.mxcensus.crawler.smtp.SmtpConfig;
import picocli.CommandLine.Option;

/// How to call at mail servers.
public final class MailOptions {
    private static final String LAB_NAME = "probe.mxcensus.test";

    @Within(least = 1, most = Within.LAST_PORT)
    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            description = "The port of the mail servers (default: ${DEFAULT-VALUE}); a lab has another.")
    private int port = 25;

    @Option(
            names = "--ehlo",
            converter = OwnName.class,
            paramLabel = "NAME",
            description = "How we introduce ourselves: a name that resolves to the address we come from"
                    + " (default: this machine's name).")
    private Optional<String> ehlo = Optional.empty();

    /// @param lab on loopback, where nobody minds the name
    /// @param hasty whether to wait only as long as in a lab
    /// @throws org.mxcensus.datasets.store.UserError where this machine has no name that mail servers may be told
    public SmtpConfig config(boolean lab, boolean hasty) {
        return config(lab, hasty, Optional.empty());
    }

    /// The same.
    ///
    /// @param usual the name where none is given
    public SmtpConfig config(boolean lab, boolean hasty, Optional<String> usual) {
        String name = ehlo.or(() -> usual).orElseGet(() -> usualName(lab));
        SmtpConfig usually = OwnName.config(name);
        return hasty ? SmtpConfig.lab(name, port) : usually.withPort(port);
    }

    /// How we introduce ourselves where nobody says otherwise.
    public static String usualName(boolean lab) {
        return lab ? LAB_NAME : ownName();
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
