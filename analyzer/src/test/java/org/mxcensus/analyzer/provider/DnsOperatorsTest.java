package org.mxcensus.analyzer.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.PublicSuffixes;

/// Who runs the name servers of the real .gov zone.
final class DnsOperatorsTest {
    private static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());

    private final Map<String, Integer> left = new HashMap<>();

    @Test
    void of100DelegationsOfGov80GoToNamedOperatorsOrToThemselves() throws IOException {
        Map<String, TreeSet<String>> delegations = delegations();

        long told = delegations.entrySet().stream()
                .filter(one -> isTold(one.getKey(), List.copyOf(one.getValue())))
                .count();

        assertThat(delegations).hasSize(16_536);
        assertThat((double) told / delegations.size())
                .as("%d of %d; left are %s", told, delegations.size(), mostFrequent())
                .isGreaterThan(0.80);
        assertThat(delegations.values())
                .filteredOn(servers -> servers.first().contains("awsdns"))
                .as("one operator below four top-level domains")
                .hasSizeGreaterThan(500)
                .map(servers -> PROVIDERS.ofNameServers(List.copyOf(servers)))
                .filteredOn(operators -> operators.contains("amazon.com"))
                .filteredOn(operators -> operators.size() == 1)
                .hasSizeGreaterThan(500);
    }

    private boolean isTold(String domain, List<String> servers) {
        return servers.stream().allMatch(server -> isTold(domain, server));
    }

    private boolean isTold(String domain, String server) {
        if (PROVIDERS.map().ofNameServer(server).isPresent() || server.endsWith("." + domain)) {
            return true;
        }
        left.merge(PROVIDERS.ofNameServers(List.of(server)).first(), 1, Integer::sum);
        return false;
    }

    private String mostFrequent() {
        return left.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(30)
                .toList()
                .toString();
    }

    private static Map<String, TreeSet<String>> delegations() throws IOException {
        Path zone = PublicBodies.data("zones").resolve("gov-2026-08-22.zone.gz");
        Map<String, TreeSet<String>> delegations = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(zone)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT).split("\\s+"))
                    .filter(cells -> cells.length >= 5 && cells[3].equals("ns") && !cells[0].equals("gov."))
                    .forEach(cells -> delegations
                            .computeIfAbsent(undotted(cells[0]), _ -> new TreeSet<>())
                            .add(undotted(cells[4])));
        }
        return delegations;
    }

    private static String undotted(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
