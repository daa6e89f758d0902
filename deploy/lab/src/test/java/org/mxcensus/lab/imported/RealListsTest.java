package org.mxcensus.lab.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.lab.client.Asking.ask;
import static org.mxcensus.lab.client.Asking.data;
import static org.mxcensus.lab.client.Asking.isAuthentic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// Real lists become worlds of the known size, and the lab serves them.
@Tag("full")
class RealListsTest {

    @ParameterizedTest
    @CsvSource({"gov-2026-08-22, 16536, 2069", "gov-2023-12-31, 9803, 1572"})
    void aZoneFileGivesAsManyDomainsAndSignedOnesAsItHas(String zone, int domains, int signed) {
        World world = ImportedWorlds.fromZoneFile(realData().resolve("zones/" + zone + ".zone.gz"));
        List<DomainSpec> delegated = world.domains().stream()
                .filter(domain -> !domain.name().endsWith(".example"))
                .toList();
        assertThat(delegated).hasSize(domains);
        assertThat(delegated).filteredOn(DomainSpec::signed).hasSize(signed);
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            SimpleResolver stub = new Asking(lab).stub();
            assertThat(delegated)
                    .filteredOn(domain -> isAuthentic(ask(stub, domain.name() + '.', Type.MX)))
                    .hasSize(signed);
        }
    }

    @Test
    void publicBodiesHaveTheirExchanges() throws IOException {
        World world = ImportedWorlds.fromPublicBodies(lists());
        assertThat(world.domains()).hasSize(11_354);
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            SimpleResolver stub = new Asking(lab).stub();
            assertThat(world.domains())
                    .allSatisfy(domain -> assertThat(data(ask(stub, domain.name() + '.', Type.MX), Type.MX))
                            .containsExactlyInAnyOrderElementsOf(
                                    domain.mx().stream().map(mx -> mx + '.').toList()));
        }
    }

    private static Path[] lists() throws IOException {
        try (Stream<Path> files = Files.list(realData().resolve("mx"))) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toArray(Path[]::new);
        }
    }

    private static Path realData() {
        String folder = System.getenv("MXCENSUS_REAL_DATA");
        Assumptions.assumeTrue(folder != null, "MXCENSUS_REAL_DATA is not set: no real lists to import");
        return Path.of(String.valueOf(folder));
    }
}
