package org.mxcensus.crawler.preflight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.PolicyFetch;

/// Whether whoever wonders who calls at his server finds out at our name (RFC 9511 §3).
final class ProbingJudge {

    private ProbingJudge() {}

    /// @param url where the file should lie
    /// @param ours what should stand there, where the operator is told; its date may be another
    static Finding judge(String url, PolicyFetch fetch, Optional<ProbingText> ours, Instant now) {
        return switch (fetch) {
            case PolicyFetch.Fetched fetched -> judge(url, fetched, ours, now);
            case PolicyFetch.HttpError(int status, List<String> _) ->
                Finding.failed(Check.PROBING_TXT, "%s answers %d.".formatted(url, status), publish(url));
            case PolicyFetch.NoAddress() ->
                Finding.failed(
                        Check.PROBING_TXT, "%s leads nowhere: its name has no address.".formatted(url), publish(url));
            case PolicyFetch.NotConnected(ConnectFailure cause)
            when cause == ConnectFailure.REFUSED ->
                Finding.failed(Check.PROBING_TXT, "No web server answers at %s.".formatted(url), publish(url));
            case PolicyFetch.NotConnected(ConnectFailure cause) -> unknown(url, cause.toString());
            case PolicyFetch.LookupFailed failed ->
                unknown(url, failed.failure().toString());
            case PolicyFetch.HandshakeFailed failed -> unknown(url, "no TLS: " + failed.cause());
            case PolicyFetch.ProtocolError error -> unknown(url, "no HTTP: " + error.cause());
            case PolicyFetch.NotAttempted not -> unknown(url, "not asked: " + not.reason());
            case PolicyFetch.InternalError error -> unknown(url, "a bug: " + error.detail());
            case PolicyFetch.NotAsked() -> unknown(url, "not asked");
        };
    }

    private static Finding judge(String url, PolicyFetch.Fetched fetched, Optional<ProbingText> ours, Instant now) {
        ProbingText served = ProbingText.parse(fetched.text());
        List<String> faults = new ArrayList<>();
        if (!fetched.mediaType().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
            // RFC 9116 §3
            faults.add("it is served as \"%s\" and not as text/plain".formatted(fetched.mediaType()));
        }
        faults.addAll(faults(url, served, now));
        ours.ifPresent(own -> faults.addAll(differences(served, own)));
        return faults.isEmpty()
                ? Finding.passed(
                        Check.PROBING_TXT,
                        "%s names %s, until %s."
                                .formatted(
                                        url,
                                        String.join(", ", served.contact()),
                                        served.expires().getFirst()))
                : Finding.failed(
                        Check.PROBING_TXT, "Of %s, %s.".formatted(url, String.join("; ", faults)), publish(url));
    }

    /// What is wrong with a file by itself.
    private static List<String> faults(String url, ProbingText text, Instant now) {
        List<String> faults = new ArrayList<>();
        text.garbage().stream()
                .findFirst()
                .ifPresent(line ->
                        faults.add("\"%s\" is no field".formatted(line.substring(0, Math.min(60, line.length())))));
        if (text.contact().isEmpty()) {
            faults.add("nobody is named as Contact");
        }
        text.contact().stream()
                .filter(contact -> !Operator.isContact(contact))
                .forEach(contact ->
                        faults.add("the Contact \"%s\" is no mailto:, https: or tel: URI".formatted(contact)));
        expiry(text.expires(), now).ifPresent(faults::add);
        if (!text.canonical().contains(url)) {
            // RFC 9116 §2.5.2: otherwise it speaks of another place.
            faults.add("no Canonical says that it belongs there");
        }
        if (text.languages().size() > 1) {
            faults.add("Preferred-Languages is there more than once");
        }
        if (text.description().size() != 1) {
            // RFC 9511 §2.2: one line.
            faults.add("Description is there %s"
                    .formatted(text.description().isEmpty() ? "not at all" : "more than once"));
        }
        return faults;
    }

    /// RFC 9116 §2.5.5: once, and in the future.
    private static Optional<String> expiry(List<String> expires, Instant now) {
        if (expires.size() != 1) {
            return Optional.of("Expires is there %d times instead of once".formatted(expires.size()));
        }
        try {
            Instant until = OffsetDateTime.parse(expires.getFirst()).toInstant();
            return until.isAfter(now) ? Optional.empty() : Optional.of("it expired at " + expires.getFirst());
        } catch (DateTimeException e) {
            return Optional.of("Expires \"%s\" is no date of RFC 3339".formatted(expires.getFirst()));
        }
    }

    private static List<String> differences(ProbingText served, ProbingText ours) {
        List<String> differences = new ArrayList<>();
        differ("Contact", served.contact(), ours.contact(), differences);
        differ("Preferred-Languages", served.languages(), ours.languages(), differences);
        differ("Description", served.description(), ours.description(), differences);
        return differences;
    }

    private static void differ(String field, List<String> served, List<String> ours, List<String> into) {
        if (!served.equals(ours)) {
            into.add("%s is \"%s\" and not \"%s\", as the operator's file has it"
                    .formatted(field, String.join(", ", served), String.join(", ", ours)));
        }
    }

    private static Finding unknown(String url, String why) {
        return Finding.unknown(
                Check.PROBING_TXT,
                "Whether %s is there could not be told (%s).".formatted(url, why),
                "See that a web server answers at that name for whoever asks, this machine too, and try again.");
    }

    private static String publish(String url) {
        return "Write the file with `mxcensus preflight --operator FILE --write-page DIR`, and have a web server show"
                + " DIR/.well-known/probing.txt at " + url + ".";
    }
}
