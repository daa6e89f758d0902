package org.mxcensus.crawler.preflight;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.datasets.observation.Answer;

/// Whether our name and the addresses that we call from lead to each other. Mail servers look both up at EHLO
/// (RFC 5321 §4.1.4), and many turn away whose do not agree: a census would take that for the servers' doing.
final class NameJudge {
    private static final String ADVICE =
            "Publish A and AAAA records of the name for every address that you call from, have whoever gave you the"
                    + " addresses point their reverse DNS (PTR) at the name, and give it with --ehlo.";

    private NameJudge() {}

    /// What the DNS says of one of our addresses.
    ///
    /// @param forward the addresses of our name, of the family of this one
    /// @param reverse the names that the address points to
    record Seen(InetAddress address, Answer<List<String>> forward, Answer<List<String>> reverse) {}

    /// @param name our EHLO name
    /// @param seen all of our addresses that are known
    static Finding judge(String name, OwnAddresses own, List<Seen> seen) {
        if (own.known().isEmpty()) {
            return Finding.unknown(Check.NAME, whereFrom(own), whatToGive());
        }
        Result result = own.hidden().isEmpty() ? Result.PASSED : Result.COULD_NOT_TELL;
        List<String> doubts = new ArrayList<>();
        if (result == Result.COULD_NOT_TELL) {
            doubts.add("what others see of the private " + OwnAddresses.text(own.hidden()) + " is not known here");
        }
        for (Seen one : seen) {
            Part forward = forward(name, one);
            Part reverse = reverse(name, one);
            result = result.and(forward.result()).and(reverse.result());
            doubts.addAll(forward.doubt());
            doubts.addAll(reverse.doubt());
        }
        String found = doubts.isEmpty()
                ? "%s and %s lead to each other.".formatted(name, OwnAddresses.text(own.known()))
                : sentence(doubts);
        return Finding.of(Check.NAME, result, found, result == Result.FAILED ? ADVICE : ADVICE + " Then try again.");
    }

    /// One direction of one address.
    private record Part(Result result, List<String> doubt) {
        static final Part FINE = new Part(Result.PASSED, List.of());

        static Part failed(String doubt) {
            return new Part(Result.FAILED, List.of(doubt));
        }

        static Part unknown(String doubt) {
            return new Part(Result.COULD_NOT_TELL, List.of(doubt));
        }
    }

    private static Part forward(String name, Seen seen) {
        String ip = Literal.text(seen.address());
        return switch (seen.forward()) {
            case Answer.Found<List<String>> found
            when found.value().stream().map(InetAddress::ofLiteral).anyMatch(seen.address()::equals) -> Part.FINE;
            case Answer.Found<List<String>> found ->
                Part.failed("%s leads to %s and not to %s".formatted(name, String.join(", ", found.value()), ip));
            case Answer.NoData<List<String>> _ -> Part.failed("%s does not lead to %s".formatted(name, ip));
            case Answer.NxDomain<List<String>> _ -> Part.failed("the name %s does not exist".formatted(name));
            case Answer.Failed<List<String>> failed ->
                Part.unknown("%s could not be looked up (%s)".formatted(name, failed.failure()));
        };
    }

    private static Part reverse(String name, Seen seen) {
        String ip = Literal.text(seen.address());
        return switch (seen.reverse()) {
            case Answer.Found<List<String>> found
            when found.value().contains(name.toLowerCase(Locale.ROOT)) -> Part.FINE;
            case Answer.Found<List<String>> found ->
                Part.failed("%s is called %s in the reverse DNS and not %s"
                        .formatted(ip, String.join(", ", found.value()), name));
            case Answer.NoData<List<String>> _ -> Part.failed(ip + " has no name in the reverse DNS");
            case Answer.NxDomain<List<String>> _ -> Part.failed(ip + " has no name in the reverse DNS");
            case Answer.Failed<List<String>> failed ->
                Part.unknown("the reverse DNS of %s could not be looked up (%s)".formatted(ip, failed.failure()));
        };
    }

    private static String whereFrom(OwnAddresses own) {
        return own.hidden().isEmpty()
                ? "Which addresses this machine calls from could not be told: it has no way to the internet."
                : "This machine calls from the private %s, and somebody translates: which address others see could not be told here."
                        .formatted(OwnAddresses.text(own.hidden()));
    }

    private static String whatToGive() {
        return "Give the addresses that others see with --source-address, once for each.";
    }

    private static String sentence(List<String> parts) {
        String all = String.join("; ", parts.stream().distinct().toList()) + ".";
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }
}
