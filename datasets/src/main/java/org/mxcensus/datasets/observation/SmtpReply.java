package org.mxcensus.datasets.observation;

/// A reply of an SMTP server (RFC 5321 §4.2).
///
/// @param code three digits
/// @param text the lines' texts, joined with line feeds
public record SmtpReply(int code, String text) {

    /// A 2yz reply (RFC 5321 §4.2.1).
    public boolean positive() {
        return code >= 200 && code < 300;
    }

    /// A 4yz reply: try again later (RFC 5321 §4.2.1).
    public boolean temporary() {
        return code >= 400 && code < 500;
    }
}
