package org.mxcensus.analyzer.remedy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.Store;

/// Who runs the name servers of zones in which look-ups of TLSA fail.
record ZoneOperators(Store store, Manifest manifest, Providers providers) {

    /// Table `mx_hosts` as far as it is asked.
    ///
    /// @param zoneNs null in files of earlier versions
    record Zone(String host, @Nullable List<String> zoneNs) {
        static final Table<Zone> TABLE = new Table<>(Table.MX_HOSTS.name(), Zone.class, Table.MX_HOSTS.key());
    }

    /// @param operators as [Party#name()]
    record Operated(String host, String operators) {
        static final Table<Operated> TABLE = new Table<>("zone_operators", Operated.class, List.of("host"));
    }

    /// A row for each MX host whose zone is known to fail.
    List<Operated> all() {
        return manifest.paths(Table.MX_HOSTS.name()).stream()
                .map(store::local)
                .flatMap(file -> {
                    try (Stream<Zone> zones = ParquetFiles.read(Zone.TABLE, file)) {
                        return zones.flatMap(zone -> operated(zone).stream()).toList().stream();
                    }
                })
                .toList();
    }

    private Optional<Operated> operated(Zone zone) {
        List<String> servers = zone.zoneNs() == null ? List.of() : zone.zoneNs();
        return servers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operated(
                        zone.host(),
                        Party.operators(providers.ofNameServers(servers)).name()));
    }
}
