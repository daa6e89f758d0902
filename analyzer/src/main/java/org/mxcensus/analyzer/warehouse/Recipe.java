package org.mxcensus.analyzer.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How figures are made of the dataset's files, for a researcher to do again: SQL that DuckDB takes as it is.
///
/// @param steps what is done, in order; the last gives the figures
public record Recipe(List<Step> steps) {
    private static final String WHERE =
            "-- For DuckDB, started in the folder of the dataset (or of an exported release), with an empty database.";

    public Recipe {
        steps = List.copyOf(steps);
    }

    /// One thing that is done.
    ///
    /// @param sql with names of files as they are called in the dataset
    /// @param nameless the same for whoever may see no name of a domain or a host
    public record Step(String sql, String nameless) {

        /// One that names nobody.
        public static Step of(Question question) {
            return new Step(question.told(), question.told());
        }
    }

    /// With one more question at the end.
    public Recipe then(Question question) {
        return with(Step.of(question));
    }

    /// With a question whose answer is a table for those that follow.
    public Recipe keep(String table, Question question) {
        String sql = "CREATE TABLE %s AS%n%s".formatted(table, question.told());
        return with(new Step(sql, sql));
    }

    private Recipe with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Recipe(longer);
    }

    /// The same without names of domains and hosts.
    public Recipe nameless() {
        return new Recipe(steps.stream()
                .map(step -> new Step(step.nameless(), step.nameless()))
                .toList());
    }

    /// All of it as one text.
    public String sql() {
        return Stream.concat(
                        Stream.of(WHERE), steps.stream().map(step -> step.sql().strip() + ";"))
                .collect(Collectors.joining("\n\n"));
    }
}
