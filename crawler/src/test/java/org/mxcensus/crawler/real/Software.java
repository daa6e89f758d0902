package org.mxcensus.crawler.real;

import java.nio.file.Path;
import java.util.Set;

/// Mail servers, each with a TLS library: OpenSSL 3.0 and 3.5, GnuTLS, and libtls over OpenSSL 3.5.
enum Software {
    POSTFIX,
    POSTFIX_OF_TRIXIE,
    EXIM,
    OPENSMTPD,
    NGINX;

    MailServer in(Path folder) {
        return switch (this) {
            case POSTFIX -> Postfix.installed(folder);
            case POSTFIX_OF_TRIXIE -> Postfix.ofTrixie(folder);
            case EXIM -> new Exim(folder);
            case OPENSMTPD -> new OpenSmtpd(folder, "trixie");
            case NGINX -> new Nginx(folder);
        };
    }

    /// Those that it can have.
    Set<Setup> setups() {
        return switch (this) {
            case POSTFIX, POSTFIX_OF_TRIXIE -> Postfix.SETUPS;
            case EXIM -> Exim.SETUPS;
            case OPENSMTPD -> OpenSmtpd.SETUPS;
            case NGINX -> Nginx.SETUPS;
        };
    }
}
