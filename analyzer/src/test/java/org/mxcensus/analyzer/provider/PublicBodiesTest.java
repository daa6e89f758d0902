package org.mxcensus.analyzer.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.HostProviderRow;

/// Attribution of the domains of real public bodies.
final class PublicBodiesTest {
    private static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());

    private int withMx;
    private int attributed;
    private final Map<String, Integer> left = new HashMap<>();

    /// Against it counts what names nobody that could be told: `localhost`, addresses and the like.
    @Test
    void of100Domains97GoToANamedOrganisationOrToThemselves() throws IOException {
        for (PublicBodies.Body body : PublicBodies.withMx()) {
            count(body.domain(), PROVIDERS.row(body.host(), Stream.empty()));
        }

        assertThat(withMx).isGreaterThan(10_000);
        assertThat((double) attributed / withMx)
                .as("%d of %d; left are %s", attributed, withMx, mostFrequent())
                .isGreaterThanOrEqualTo(0.97);
    }

    private void count(String domain, HostProviderRow host) {
        withMx++;
        if (host.method().equals("map") || PROVIDERS.isOwn(domain, host.provider())) {
            attributed++;
        } else {
            left.merge(host.provider(), 1, Integer::sum);
        }
    }

    private String mostFrequent() {
        return left.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(30)
                .toList()
                .toString();
    }
}
