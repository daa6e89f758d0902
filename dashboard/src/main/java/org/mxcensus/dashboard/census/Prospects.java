package org.mxcensus.dashboard.census;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Outlook;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Step;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.analyzer.warehouse.Recipe;

/// What a lever would change.
///
/// @param today how all domains stand with what is to be had by the lever
/// @param gains by party and lever, the party first whose domains gain most by the lever asked for
/// @param curve how all domains would stand if one party after another did it
/// @param gainsRecipe how the gains are told
/// @param curveRecipe how the curve is made
public record Prospects(Tally today, List<Gain> gains, List<Step> curve, Recipe gainsRecipe, Recipe curveRecipe) {

    public Prospects {
        gains = List.copyOf(gains);
        curve = List.copyOf(curve);
    }

    /// How the domains of a party's customers would stand if it did something.
    ///
    /// @param already of them are where the lever leads to
    /// @param after what the tally of all of them would be
    public record Gain(Party party, Lever lever, long already, Tally after) {

        /// How many more domains would be there.
        public long gained() {
            return after.numerator() - already;
        }

        private Gain plus(Gain other) {
            return new Gain(
                    party,
                    lever,
                    already + other.already,
                    new Tally(
                            after.numerator() + other.after.numerator(),
                            after.denominator() + other.after.denominator(),
                            after.unmeasured() + other.after.unmeasured(),
                            after.notApplicable() + other.after.notApplicable()));
        }
    }

    /// Adds up what is told by top-level domain.
    static List<Gain> sums(List<Outlook> outlooks) {
        Map<List<Object>, Gain> sums = new LinkedHashMap<>();
        for (Outlook outlook : outlooks) {
            Gain gain = new Gain(outlook.party(), outlook.lever(), outlook.already(), outlook.after());
            sums.merge(List.of(gain.party(), gain.lever()), gain, Gain::plus);
        }
        return new ArrayList<>(sums.values());
    }
}
