package org.mxcensus.ledger;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/// Leaves out the tests of higher tiers, and writes each into the ledger with the tag that kept it out.
///
/// The platform finds it by `META-INF/services`. It may look at a test more than once; the reader of the ledger counts
/// a test once. Where no build names a tier none is left out: an editor runs what one points at, and Maven, which lists
/// the classes in its own JVM where several share them, leaves the choice to those.
public final class TierFilter implements PostDiscoveryFilter {

    private final Tier tier;
    private final Consumer<Entry> ledger;

    /// As the platform makes it: tier and ledger from system properties.
    public TierFilter() {
        this(Tier.orElse(Tier.ENDURANCE), LedgerFile.ofThisJvm());
    }

    TierFilter(Tier tier, Consumer<Entry> ledger) {
        this.tier = tier;
        this.ledger = ledger;
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        // A class comes after its tests, which have its tags too; once empty it is not run.
        if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
            return FilterResult.included("a class");
        }
        Tier wanted = Tier.of(tagsOf(test));
        if (tier.runs(wanted)) {
            return FilterResult.included("of tier " + wanted.tag());
        }
        ledger.accept(new Entry(Outcome.EXCLUDED, TestId.of(test.getUniqueId(), test.getSource()), wanted.tag()));
        return FilterResult.excluded("of tier " + wanted.tag());
    }

    private static Set<String> tagsOf(TestDescriptor test) {
        return test.getTags().stream().map(TestTag::getName).collect(toSet());
    }
}
