package org.mxcensus.crawler.dns;

/// Puts a question and gives the reply. Blocks.
@FunctionalInterface
interface Exchange {

    /// @param tally counts the messages that this question costs
    Reply ask(Question question, Tally tally);
}
