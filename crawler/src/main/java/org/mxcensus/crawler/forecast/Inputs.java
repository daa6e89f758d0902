package org.mxcensus.crawler.forecast;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mxcensus.datasets.store.UserError;

/// The values of all inputs: the usual ones, but for those that are given.
public final class Inputs {
    /// What is worth no more than a share of a whole.
    private static final String SHARE = "share";

    private final Map<Input, Double> given;

    private Inputs(Map<Input, Double> given) {
        this.given = given;
    }

    /// As usual, but for these.
    ///
    /// @param settings by the names of the inputs
    /// @throws UserError where there is no such input, or its value makes no sense
    public static Inputs with(Map<String, Double> settings) {
        Map<Input, Double> given = new EnumMap<>(Input.class);
        settings.forEach((name, value) -> given.put(named(name), value));
        Inputs inputs = new Inputs(given);
        given.forEach(Inputs::check);
        inputs.checkShares();
        return inputs;
    }

    private static Input named(String name) {
        return Stream.of(Input.values())
                .filter(input -> input.id().equals(name))
                .findAny()
                .orElseThrow(() -> new UserError(
                        "There is no input \"%s\"; mxcensus forecast --inputs lists them.".formatted(name)));
    }

    private static void check(Input input, double value) {
        boolean share = input.id().endsWith(SHARE);
        if (!Double.isFinite(value) || value < 0 || (share && value > 1)) {
            throw new UserError("%s is %s, which cannot be %s; give %s."
                    .formatted(input.id(), input.meaning(), value, share ? "a share from 0 to 1" : "a number from 0"));
        }
    }

    private void checkShares() {
        double all = domainShares().stream().mapToDouble(this::of).sum();
        if (all > 1) {
            throw new UserError("The shares of domains (%s) come to %.3f; they must leave something of 1."
                    .formatted(
                            String.join(
                                    ", ", domainShares().stream().map(Input::id).toList()),
                            all));
        }
    }

    private static List<Input> domainShares() {
        return List.of(
                Input.LARGEST_SHARE,
                Input.NAMING_SHARE,
                Input.OTHERS_SHARE,
                Input.HOSTING_SHARE,
                Input.PARKING_SHARE,
                Input.OWN_SERVER_SHARE);
    }

    /// The value of an input.
    public double of(Input input) {
        return given.getOrDefault(input, input.usual());
    }

    /// The value of an input that counts things; one at least.
    int count(Input input) {
        return (int) Math.max(1, Math.round(of(input)));
    }

    /// All of them, with where they come from.
    public List<Plan.Given> listed() {
        return Stream.of(Input.values())
                .map(input -> new Plan.Given(
                        input.id(),
                        of(input),
                        given.containsKey(input),
                        given.containsKey(input) ? Basis.CHOSEN : input.basis(),
                        input.meaning(),
                        input.source()))
                .toList();
    }
}
