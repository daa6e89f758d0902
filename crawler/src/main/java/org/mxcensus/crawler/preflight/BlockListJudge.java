package org.mxcensus.crawler.preflight;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.datasets.observation.Answer;

/// Whether block lists of mail hold an address of ours. A listed caller is turned away, and a census would blame the
/// servers for it.
final class BlockListJudge {

    private BlockListJudge() {}

    /// What a list says of an address of ours.
    record Entry(InetAddress address, Answer<List<String>> answer) {}

    /// What a list says for one family of addresses.
    ///
    /// @param always the entry that every list has, so that it can be seen to work (RFC 5782 §5)
    /// @param never the entry that no list has, so that one that lists everybody is seen
    /// @param entries those of our addresses
    record Asked(String list, Answer<List<String>> always, Answer<List<String>> never, List<Entry> entries) {}

    /// @param asked each list for each family that we call from; none where no list was named
    static Finding judge(OwnAddresses own, List<Asked> asked) {
        if (own.known().isEmpty()) {
            return Finding.unknown(
                    Check.BLOCK_LISTS,
                    "Whether our addresses are on a block list could not be told, since they are not known.",
                    "Give them with --source-address.");
        }
        if (asked.isEmpty()) {
            return Finding.unknown(
                            Check.BLOCK_LISTS,
                            "No block list was named, so none was asked.",
                            "Name those that your neighbours use with --block-list, once for each, as their terms of"
                                    + " use allow.")
                    .optional();
        }
        List<String> listed = asked.stream().flatMap(BlockListJudge::listed).toList();
        if (!listed.isEmpty()) {
            return Finding.failed(
                    Check.BLOCK_LISTS,
                    String.join("; ", listed) + ".",
                    "Have the addresses taken off the list (its site says how), or call from others.");
        }
        List<String> doubts =
                asked.stream().flatMap(one -> doubts(one).stream()).distinct().toList();
        return doubts.isEmpty()
                ? Finding.passed(
                        Check.BLOCK_LISTS,
                        "%s is on none of %s."
                                .formatted(OwnAddresses.text(own.known()), String.join(", ", names(asked))))
                : Finding.unknown(
                        Check.BLOCK_LISTS,
                        String.join("; ", doubts) + ".",
                        "Many lists refuse large public resolvers and answer for one family of addresses only: ask"
                                + " with a resolver of your own, or leave the list out.");
    }

    private static Stream<String> listed(Asked asked) {
        // A list that does not work blames nobody.
        return doubtOfTheList(asked).isPresent()
                ? Stream.empty()
                : asked.entries().stream()
                        .filter(entry -> says(entry.answer()) == Says.LISTED)
                        .map(entry -> "%s is on the block list %s (%s)"
                                .formatted(Literal.text(entry.address()), asked.list(), values(entry.answer())));
    }

    private static List<String> doubts(Asked asked) {
        Optional<String> whole = doubtOfTheList(asked);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<String> doubts = new ArrayList<>();
        for (Entry entry : asked.entries()) {
            if (says(entry.answer()) == Says.NOTHING) {
                doubts.add("%s could not be asked about %s (%s)"
                        .formatted(asked.list(), Literal.text(entry.address()), values(entry.answer())));
            }
        }
        return doubts;
    }

    /// RFC 5782 §5: whether the list can be seen to work.
    private static Optional<String> doubtOfTheList(Asked asked) {
        if (says(asked.always()) != Says.LISTED) {
            return Optional.of("%s does not answer us as a block list does: its test entry gave %s"
                    .formatted(asked.list(), values(asked.always())));
        }
        return says(asked.never()) == Says.NOT_LISTED
                ? Optional.empty()
                : Optional.of("%s does not answer us as a block list does: an entry that none has gave %s"
                        .formatted(asked.list(), values(asked.never())));
    }

    private enum Says {
        LISTED,
        NOT_LISTED,
        NOTHING
    }

    private static Says says(Answer<List<String>> answer) {
        return switch (answer) {
            case Answer.Found<List<String>> found ->
                found.value().stream().allMatch(BlockListJudge::isEntry) ? Says.LISTED : Says.NOTHING;
            case Answer.NoData<List<String>> _, Answer.NxDomain<List<String>> _ -> Says.NOT_LISTED;
            case Answer.Failed<List<String>> _ -> Says.NOTHING;
        };
    }

    /// RFC 5782 §2.1: entries are addresses in 127.0.0.0/8; anything else is no list any more. In 127.255.255.0/24
    /// lists tell by custom that they refuse whoever asks.
    private static boolean isEntry(String value) {
        return value.startsWith("127.") && !value.startsWith("127.255.255.");
    }

    private static String values(Answer<List<String>> answer) {
        return switch (answer) {
            case Answer.Found<List<String>> found -> String.join(", ", found.value());
            case Answer.NoData<List<String>> _, Answer.NxDomain<List<String>> _ -> "nothing";
            case Answer.Failed<List<String>> failed -> failed.failure().toString();
        };
    }

    private static List<String> names(List<Asked> asked) {
        return asked.stream().map(Asked::list).distinct().toList();
    }
}
