package org.mxcensus.crawler.crawl;

/// A message that none of ours can have sent: somebody else writes into the queue. There is nothing to look at, and
/// nothing to mend in this program.
final class ForeignMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what it is not
    /// @param text the message as it was read
    ForeignMessage(String what, String text) {
        super("a message that is no %s: %s".formatted(what, text));
    }
}
