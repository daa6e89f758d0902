package org.mxcensus.analyzer.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.records.Excerpt;
import org.mxcensus.datasets.records.StsPolicy;

/// What there is to say of a policy's text, in phrases.
final class StsRemarks {
    /// A web page in place of a policy has a fault in every line; nobody reads on.
    private static final int MOST = 50;

    private StsRemarks() {}

    static List<String> faults(StsPolicy.Outcome outcome) {
        return switch (outcome) {
            case StsPolicy.Malformed malformed ->
                few(malformed.faults().stream().map(StsPolicy.Remark::toString).toList());
            case StsPolicy.Parsed _, StsPolicy.Incomplete _ -> List.of();
        };
    }

    /// What RFC 8461 asks for or suggests, and senders let pass; none of it decides whether there is a policy.
    static List<String> leniencies(PolicyFetch.Fetched fetched, StsPolicy.Outcome outcome) {
        return few(Stream.of(
                        mediaType(fetched.mediaType()),
                        // RFC 8461 §3.3: a sender may stop at a length; 64 kilobytes are suggested.
                        fetched.truncated() ? Stream.of("more than 64 KiB, of which the first were read") : none(),
                        outcome.leniencies().stream().map(StsPolicy.Remark::toString))
                .flatMap(phrases -> phrases)
                .toList());
    }

    /// RFC 8461 §3.2: senders should look whether it is text/plain, whatever its parameters.
    private static Stream<String> mediaType(String sent) {
        if (sent.isBlank()) {
            return Stream.of("no media type");
        }
        String type = sent.split(";", 2)[0].strip();
        return type.equalsIgnoreCase("text/plain") ? none() : Stream.of("media type " + Excerpt.of(type));
    }

    private static Stream<String> none() {
        return Stream.empty();
    }

    private static List<String> few(List<String> phrases) {
        if (phrases.size() <= MOST) {
            return phrases;
        }
        List<String> few = new ArrayList<>(phrases.subList(0, MOST));
        few.add("and " + (phrases.size() - MOST) + " more");
        return few;
    }
}
