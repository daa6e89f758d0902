package org.mxcensus.cli.options;

import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.datasets.store.UserError;

/// A name that may be said to mail servers.
public final class OwnName extends Form {
    private OwnName() {
        super(OwnName::config);
    }

    /// How one calls at mail servers who has this name.
    ///
    /// @throws UserError where it is no name for that
    public static SmtpConfig config(String name) {
        try {
            return SmtpConfig.defaults(name);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "The name \"%s\" cannot be said to a mail server (%s); give another with --ehlo."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }
}
