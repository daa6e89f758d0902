package org.mxcensus.crawler.forecast;

import java.util.List;

/// A plan for a crawl: when it ends, what it needs, and what stays unmeasured. All of it is plain data, for JSON too.
///
/// @param domains in the frame
/// @param workers machines that take part
/// @param coresPerWorker that the crawler may use
/// @param resolvers machines that resolve
/// @param coresPerResolver that they may use
/// @param partitions of each queue
/// @param chunkSize messages in a chunk
/// @param hosts host names to look at
/// @param connections to mail servers
/// @param targets what becomes of the targets, which are hosts with one address each
/// @param domainsUnmeasured domains whose own look-ups fail
/// @param hours when each stage ends
/// @param binds what limits the crawl, in words
/// @param limits what each limit alone would let the crawl end at, the latest first
/// @param load what is asked of machines and lines
/// @param storage what is stored
/// @param slowest the networks that take the longest, the longest first
/// @param inputs what all this is made from
public record Plan(
        long domains,
        int workers,
        int coresPerWorker,
        int resolvers,
        int coresPerResolver,
        int partitions,
        int chunkSize,
        long hosts,
        long connections,
        Counts targets,
        long domainsUnmeasured,
        Hours hours,
        String binds,
        List<Bound> limits,
        Load load,
        Storage storage,
        List<SlowNetwork> slowest,
        List<Given> inputs) {

    /// Hours from the beginning.
    ///
    /// @param domains when the last domain has been looked at
    /// @param hosts when the last host has been
    /// @param firstTries when the last target has been tried once
    /// @param crawl when the crawl ends: all second tries are through
    /// @param result when the crawl is finished, judged and counted
    public record Hours(double domains, double hosts, double firstTries, double crawl, double result) {}

    /// A limit.
    ///
    /// @param what what is limited
    /// @param hours when the crawl would end were it the only one
    public record Bound(String what, double hours) {}

    /// What is asked of machines and lines.
    ///
    /// @param domainsPerSecond in the first stage
    /// @param coreHours of the crawler
    /// @param coresBusy of the crawler while the first stages run
    /// @param resolverCoresBusy of the resolvers meanwhile
    /// @param queriesPerSecond put to the resolvers meanwhile
    /// @param upstreamPerSecond put by the resolvers to the world meanwhile
    /// @param connectionsPerSecond to mail servers, over the whole crawl
    /// @param mbitIn from the world while the first stages run
    /// @param mbitOut to the world meanwhile
    public record Load(
            double domainsPerSecond,
            double coreHours,
            double coresBusy,
            double resolverCoresBusy,
            double queriesPerSecond,
            double upstreamPerSecond,
            double connectionsPerSecond,
            double mbitIn,
            double mbitOut) {}

    /// What is stored, in bytes.
    ///
    /// @param frame table frame
    /// @param domains table domains
    /// @param hosts table mx_hosts
    /// @param smtp table smtp
    /// @param certificates table certificates
    /// @param work all parts of the crawl, which are those five
    /// @param release the sorted files
    /// @param log the broker's topics, one copy
    /// @param seenKeys memory of all workers together for what has been seen
    public record Storage(
            long frame,
            long domains,
            long hosts,
            long smtp,
            long certificates,
            long work,
            long release,
            long log,
            long seenKeys) {}

    /// An input and where it comes from.
    ///
    /// @param given whether it is another than the usual value
    public record Given(String name, double value, boolean given, Basis basis, String meaning, String source) {}
}
