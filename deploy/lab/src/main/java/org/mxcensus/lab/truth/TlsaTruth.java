package org.mxcensus.lab.truth;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.TlsaSpec;
import org.mxcensus.lab.world.World;

/// The TLSA RRset that a sender uses for a host (RFC 7672 §2.2.2 and §2.2.3).
///
/// @param status FOUND, FOUND_INSECURE, ABSENT, FAILED, NOT_ASKED
/// @param base the TLSA base domain
/// @param failure why the look-up failed
record TlsaTruth(String status, String base, String failure, List<TlsaSpec> records) {
    TlsaTruth {
        records = List.copyOf(records);
    }

    static TlsaTruth without(String status) {
        return new TlsaTruth(status, "", "", List.of());
    }

    static TlsaTruth of(World world, NameTruth names, String host, NameTruth.Path path) {
        if (path.secure()) {
            return below(world, names, Stream.of(path.last(), host).distinct().toList());
        }
        boolean secureAlias = path.names().size() > 1 && names.isSecure(host);
        TlsaTruth own = below(world, names, List.of(host));
        if (secureAlias) {
            return own;
        }
        // No sender asks below an insecure host, so a failure there means nothing.
        return switch (own.status()) {
            case "FOUND" -> new TlsaTruth("FOUND_INSECURE", own.base(), "", own.records());
            case "FAILED" -> without("ABSENT");
            default -> own;
        };
    }

    private static TlsaTruth below(World world, NameTruth names, List<String> bases) {
        for (String base : bases) {
            String failure = names.failure("_25._tcp." + base);
            if (!failure.isEmpty()) {
                return new TlsaTruth("FAILED", base, failure, List.of());
            }
            List<TlsaSpec> records = world.host(base).map(HostSpec::tlsa).orElse(List.of());
            if (!records.isEmpty()) {
                return new TlsaTruth("FOUND", base, "", records);
            }
        }
        return without("ABSENT");
    }

    boolean isSecure() {
        return status.equals("FOUND");
    }
}
