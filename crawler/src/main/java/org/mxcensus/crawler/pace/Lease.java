package org.mxcensus.crawler.pace;

/// Leave to probe on behalf of the crawl. Several workers divide a crawl among them; one that has lost touch
/// with the others must stop, because they may have given its share to somebody else.
public interface Lease {

    /// A crawl that nobody else takes part in.
    Lease FOREVER = () -> {};

    /// @throws InterruptedException where the leave has run out
    void require() throws InterruptedException;
}
