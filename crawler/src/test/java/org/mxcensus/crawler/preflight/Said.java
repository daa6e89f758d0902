package org.mxcensus.crawler.preflight;

import java.util.List;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;

/// Answers in a word: `192.0.2.1 192.0.2.2` (signed), `~192.0.2.1` (unsigned), `NODATA`, `NXDOMAIN`, `!SERVFAIL`.
final class Said {

    private Said() {}

    static Answer<List<String>> of(String text) {
        if (text.startsWith("!")) {
            return new Answer.Failed<>(DnsFailure.valueOf(text.substring(1)));
        }
        Security security = text.startsWith("~") ? Security.INSECURE : Security.SECURE;
        String data = text.replaceFirst("^~", "");
        return switch (data) {
            case "NODATA" -> new Answer.NoData<>(security);
            case "NXDOMAIN" -> new Answer.NxDomain<>(security);
            default -> new Answer.Found<>(List.of(data.split(" ")), security, 300);
        };
    }
}
