package org.mxcensus.dashboard.census;

import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Weighting;

/// Names short enough for a line's end and a column's head.
public final class Labels {
    private Labels() {}

    public static String of(Metric metric) {
        return switch (metric) {
            case MAIL -> "Mail";
            case DNSSEC -> "DNSSEC";
            case STARTTLS -> "STARTTLS";
            case TLS13 -> "TLS 1.3";
            case CERTIFICATE_TRUSTED -> "Trusted";
            case CERTIFICATE_NAME -> "Name fits";
            case TLS_SOUND -> "Sound TLS";
            case POST_QUANTUM -> "Post-quantum";
            case CHAIN_COMPLETE -> "Chain";
            case DANE -> "DANE";
            case DANE_DEPLOYED -> "DANE deployed";
            case MTA_STS -> "MTA-STS";
            case MTA_STS_ENFORCE -> "Enforced";
            case TLSRPT -> "TLSRPT";
            case AUTHENTICATED -> "Authenticated";
            case DANE_BROKEN -> "DANE broken";
            case DANE_PARTIAL -> "DANE in part";
            case DANE_HOST_READY -> "Hosts ready";
            case MTA_STS_TESTING -> "Testing";
            case MTA_STS_NONE -> "Switched off";
            case MTA_STS_BROKEN -> "MTA-STS broken";
            case DANE_AND_MTA_STS -> "Both";
        };
    }

    public static String of(Weighting weighting) {
        return switch (weighting) {
            case DOMAINS -> "Domains";
            case MX_HOSTS -> "MX hosts";
        };
    }
}
