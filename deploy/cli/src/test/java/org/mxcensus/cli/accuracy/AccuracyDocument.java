package org.mxcensus.cli.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// ACCURACY.md: matrices of crawls without stress beside those with it.
///
/// @param about how it came about: a paragraph
/// @param verdicts yes, no or by name; none may be false
/// @param causes what explains them
record AccuracyDocument(String about, List<Pair> verdicts, List<Pair> causes) {

    /// A matrix so wide can be read.
    private static final int WIDEST = 12;

    /// How many of what is wrong are named.
    private static final int MOST_NAMED = 20;

    /// The same question in both kinds of crawl, summed over seeds.
    record Pair(ConfusionMatrix calm, ConfusionMatrix stressed) {

        /// @param calm the same questions in the same order for each seed; stressed likewise
        static List<Pair> sums(List<List<ConfusionMatrix>> calm, List<List<ConfusionMatrix>> stressed) {
            return IntStream.range(0, calm.getFirst().size())
                    .mapToObj(place -> new Pair(sum(calm, place), sum(stressed, place)))
                    .toList();
        }

        private static ConfusionMatrix sum(List<List<ConfusionMatrix>> seeds, int place) {
            ConfusionMatrix sum =
                    new ConfusionMatrix(seeds.getFirst().get(place).what());
            seeds.forEach(seed -> sum.add(seed.get(place)));
            return sum;
        }

        List<String> outcomes() {
            return Stream.concat(calm.outcomes().stream(), stressed.outcomes().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    String text() {
        return Stream.of(
                        "# Accuracy",
                        about,
                        "## At a glance",
                        glance(),
                        "## What is wrong",
                        wrong(),
                        "## Verdicts",
                        sections(verdicts),
                        "## Causes",
                        "What explains a verdict, and what an operator is told to mend.",
                        sections(causes))
                .map(String::strip)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String glance() {
        return """
                | question | judged | right | could not be told | under stress: right | could not be told | right of what was told | by another name | false |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """
                + Stream.concat(verdicts.stream(), causes.stream())
                        .map(AccuracyDocument::glance)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String glance(Pair pair) {
        ConfusionMatrix calm = pair.calm();
        ConfusionMatrix stressed = pair.stressed();
        return row(
                calm.what(),
                number(calm.total()),
                share(calm.right()),
                share(calm.unmeasured()),
                share(stressed.right()),
                share(stressed.unmeasured()),
                share(stressed.rightOfTold()),
                number(stressed.count(Said.Kind.BY_ANOTHER_NAME)),
                number(calm.count(Said.Kind.WRONG)) + " / " + number(stressed.count(Said.Kind.WRONG)));
    }

    private String wrong() {
        return wrong("Without stress", Pair::calm) + wrong("Under stress", Pair::stressed);
    }

    private String wrong(String when, Function<Pair, ConfusionMatrix> which) {
        List<String> all = Stream.concat(verdicts.stream(), causes.stream())
                .map(which)
                .flatMap(matrix -> matrix.wrong().stream())
                .toList();
        if (all.isEmpty()) {
            return when + ": nothing.\n\n";
        }
        return "%s, %s:\n\n%s\n"
                .formatted(
                        when,
                        all.size() > MOST_NAMED ? "%d of %d".formatted(MOST_NAMED, all.size()) : "all of it",
                        all.stream()
                                .limit(MOST_NAMED)
                                .map(line -> "- " + line + "\n")
                                .collect(Collectors.joining()));
    }

    private static String sections(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> "### " + pair.calm().what() + "\n\n" + matrix(pair) + outcomes(pair))
                .collect(Collectors.joining());
    }

    private static String matrix(Pair pair) {
        List<String> outcomes = pair.outcomes();
        if (outcomes.size() > WIDEST) {
            return "";
        }
        String head =
                row(Stream.concat(Stream.of("true \\ judged"), outcomes.stream().map(ConfusionMatrix::word))
                        .toArray(String[]::new));
        return head
                + "|---" + "|--:".repeat(outcomes.size()) + "|\n"
                + outcomes.stream()
                        .map(truth -> row(Stream.concat(
                                        Stream.of(ConfusionMatrix.word(truth)),
                                        outcomes.stream().map(verdict -> cell(pair, truth, verdict)))
                                .toArray(String[]::new)))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String cell(Pair pair, String truth, String verdict) {
        int calm = pair.calm().count(truth, verdict);
        int stressed = pair.stressed().count(truth, verdict);
        return calm == 0 && stressed == 0 ? "" : number(calm) + " / " + number(stressed);
    }

    private static String outcomes(Pair pair) {
        return """
                | outcome | true of | precision | recall | under stress: precision | recall |
                |---|--:|--:|--:|--:|--:|
                """
                + pair.outcomes().stream()
                        .map(outcome -> row(
                                ConfusionMatrix.word(outcome),
                                number(pair.calm().trueOf(outcome)),
                                precision(pair.calm(), outcome),
                                recall(pair.calm(), outcome),
                                precision(pair.stressed(), outcome),
                                recall(pair.stressed(), outcome)))
                        .collect(Collectors.joining())
                + "\n";
    }

    /// Whoever says that he cannot tell is not wrong.
    private static String precision(ConfusionMatrix matrix, String outcome) {
        return Said.isUntold(outcome) ? "" : share(matrix.count(outcome, outcome), matrix.judgedOf(outcome));
    }

    private static String recall(ConfusionMatrix matrix, String outcome) {
        return share(matrix.count(outcome, outcome), matrix.trueOf(outcome));
    }

    private static String share(int part, int all) {
        return all == 0 ? "" : share(100.0 * part / all);
    }

    private static String share(double percent) {
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
