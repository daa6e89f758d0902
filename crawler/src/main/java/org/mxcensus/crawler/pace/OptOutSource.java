package org.mxcensus.crawler.pace;

/// Where to ask who is to be left alone: the list may change while a crawl runs.
public interface OptOutSource {

    /// The list that is in force now. Cheap enough to be asked before every connection.
    OptOut current();
}
