package org.mxcensus.crawler.forecast;

import java.util.Comparator;
import java.util.List;

/// How fast the first two stages go. They run at once, one fed by the other, so they end together.
///
/// @param limits what each thing that could hold them up would let through, the tightest first
record Flow(List<Limit> limits) {
    private static final double MS = 1_000;

    /// A limit.
    ///
    /// @param what what is limited
    /// @param domainsPerSecond how many domains go through
    record Limit(String what, double domainsPerSecond) {}

    static Flow of(Question question, Population population) {
        Inputs inputs = question.inputs();
        double hosts = (double) population.hosts() / population.domains();
        double looks = (double) question.workers() * question.inFlight();
        double cores = question.workers() * question.cores() * inputs.of(Input.BUSY_SHARE);
        double resolving = question.resolvers() * question.resolverCores() * inputs.of(Input.BUSY_SHARE);
        return new Flow(List.of(
                        new Limit("looks at domains at once", looks / inputs.of(Input.DOMAIN_SECONDS)),
                        new Limit("looks at hosts at once", looks / inputs.of(Input.HOST_SECONDS) / hosts),
                        new Limit("the workers' cores", cores * MS / cpuMs(inputs, hosts)),
                        new Limit(
                                "the resolvers' cores",
                                resolving * MS / (inputs.of(Input.QUERY_CPU_MS) * queries(inputs, hosts))))
                .stream()
                .sorted(Comparator.comparingDouble(Limit::domainsPerSecond))
                .toList());
    }

    private static double cpuMs(Inputs inputs, double hosts) {
        return inputs.of(Input.DOMAIN_CPU_MS) + hosts * inputs.of(Input.HOST_CPU_MS);
    }

    private static double queries(Inputs inputs, double hosts) {
        return inputs.of(Input.DOMAIN_QUERIES) + hosts * inputs.of(Input.HOST_QUERIES);
    }

    Limit tightest() {
        return limits.getFirst();
    }

    double hours(long domains) {
        return domains / tightest().domainsPerSecond() / 3600;
    }
}
