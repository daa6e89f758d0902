package org.mxcensus.lab.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// A world by rule, month by month.
///
/// In month 4 a large provider begins to publish MTA-STS for its customers, in month 6 another turns on TLSA for all
/// its hosts, in month 8 a third changes its keys and forgets its TLSA records for a month. Two to four domains in a
/// hundred cannot be measured in any one month.
public final class GeneratedWorld {

    private static final List<String> SYLLABLES = List.of(
            "ba", "du", "fe", "gol", "hin", "jo", "ka", "lum", "me", "nor", "pi", "qua", "ri", "sta", "tu", "vel", "wo",
            "xi", "yar", "zen");

    private final Dice dice;
    private final List<Customer> customers = new ArrayList<>();
    private final List<String> names;

    /// @param seed the same seed gives the same worlds
    /// @param domains how many domains beside those of the providers
    public GeneratedWorld(long seed, int domains) {
        this.dice = new Dice(seed);
        Set<String> taken = new LinkedHashSet<>();
        for (int number = 0; taken.size() < domains; number++) {
            String who = "domain " + number;
            TopLevel top = TopLevel.at(dice.of(who, "top-level domain"));
            String name = word(who) + '-' + number + '.' + top.label();
            if (taken.add(name)) {
                customers.add(new Customer(dice, name, top));
            }
        }
        this.names = List.copyOf(taken);
    }

    /// The domains whose mail is to be surveyed; the same in every month. Providers' own domains are not among them.
    public List<String> domains() {
        return names;
    }

    /// The world in a month.
    ///
    /// @param month from 0; growth is drawn for a year and goes on after it
    public World atMonth(int month) {
        if (month < 0) {
            throw new IllegalArgumentException("months count from 0, and this is " + month);
        }
        List<Spec> specs = new ArrayList<>();
        for (TopLevel top : TopLevel.values()) {
            specs.add(ZoneSpec.of(top.label()));
        }
        specs.add(ZoneSpec.of("example"));
        Providers.ALL.forEach(provider -> specs.addAll(new ProviderHosts(provider, month).specs()));
        customers.forEach(customer -> specs.addAll(customer.specs(month)));
        return World.of(specs);
    }

    List<Customer> customers() {
        return customers;
    }

    /// Two to four syllables.
    private String word(String who) {
        StringBuilder word = new StringBuilder();
        int length = 2 + dice.below(3, who, "length");
        for (int i = 0; i < length; i++) {
            word.append(dice.pick(SYLLABLES, who, "syllable " + i));
        }
        return word.toString();
    }
}
