package org.mxcensus.crawler.host;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.Security;

/// What the address look-ups of both families mean for TLSA.
///
/// @param standing whether there are addresses, and secure ones
/// @param aliases followed from the host to them
record HostAddresses(Standing standing, List<String> aliases) {

    enum Standing {
        /// At least one family has addresses, aliases included, that were validated.
        SECURE,
        /// There are addresses, and none was validated.
        INSECURE,
        /// There are no addresses to connect to, or none could be had.
        NONE
    }

    static HostAddresses of(Lookup<List<String>> a, Lookup<List<String>> aaaa) {
        // A secure answer speaks for the chain that led to it; without one, whichever says most of the chain.
        List<Lookup<List<String>>> best = Stream.of(a, aaaa)
                .sorted((x, y) -> Integer.compare(rank(x.answer()), rank(y.answer())))
                .toList();
        Lookup<List<String>> first = best.getFirst();
        List<String> aliases = first.aliases().isEmpty() ? best.getLast().aliases() : first.aliases();
        return new HostAddresses(standing(first.answer()), aliases);
    }

    /// The name that the aliases lead to.
    String expanded(String host) {
        return aliases.isEmpty() ? host : aliases.getLast();
    }

    private static int rank(Answer<List<String>> answer) {
        return switch (answer) {
            case Answer.Found<List<String>> found -> found.security() == Security.SECURE ? 0 : 1;
            case Answer.NoData<List<String>> none -> 2;
            case Answer.NxDomain<List<String>> none -> 2;
            case Answer.Failed<List<String>> failed -> 3;
        };
    }

    private static Standing standing(Answer<List<String>> best) {
        return switch (best) {
            case Answer.Found<List<String>> found ->
                found.security() == Security.SECURE ? Standing.SECURE : Standing.INSECURE;
            case Answer.NoData<List<String>> none -> Standing.NONE;
            case Answer.NxDomain<List<String>> none -> Standing.NONE;
            case Answer.Failed<List<String>> failed -> Standing.NONE;
        };
    }
}
