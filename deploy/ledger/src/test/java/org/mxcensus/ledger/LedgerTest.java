package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.mxcensus.ledger.Outcome.ABORTED;
import static org.mxcensus.ledger.Outcome.DISABLED;
import static org.mxcensus.ledger.Outcome.EXCLUDED;
import static org.mxcensus.ledger.Outcome.FAILED;
import static org.mxcensus.ledger.Outcome.PASSED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Given a test class, which lines stand in the ledger.
class LedgerTest {

    @Test
    void everyEndHasItsLine() {
        String name = Samples.EveryEnd.class.getName() + "#";

        assertThat(run(Tier.DEFAULT, Samples.EveryEnd.class))
                .hasSize(6)
                .contains(
                        new Entry(PASSED, name + "holds", ""),
                        new Entry(PASSED, name + "holdsForEach[1]", ""),
                        new Entry(PASSED, name + "holdsForEach[2]", ""),
                        new Entry(ABORTED, name + "cannotRunHere", "Assumption failed: no such server on this machine"),
                        new Entry(DISABLED, name + "switchedOff", "until the flood is over"))
                .anySatisfy(failed -> {
                    assertThat(failed.outcome()).isEqualTo(FAILED);
                    assertThat(failed.test()).isEqualTo(name + "breaks");
                    assertThat(failed.detail()).contains("[one]");
                });
    }

    @Test
    void theDefaultTierLeavesOutWhatHasATagOfAnother() {
        String name = Samples.EveryTag.class.getName() + "#";

        assertThat(run(Tier.DEFAULT, Samples.EveryTag.class))
                .containsExactlyInAnyOrder(
                        new Entry(PASSED, name + "plain", ""),
                        new Entry(PASSED, name + "tagOfNoTier", ""),
                        new Entry(EXCLUDED, name + "slow", "full"),
                        new Entry(EXCLUDED, name + "slowForEach", "full"),
                        new Entry(EXCLUDED, name + "slowest", "endurance"));
    }

    @Test
    void theFullTierLeavesOutEnduranceOnly() {
        String name = Samples.EveryTag.class.getName() + "#";

        assertThat(run(Tier.FULL, Samples.EveryTag.class))
                .containsExactlyInAnyOrder(
                        new Entry(PASSED, name + "plain", ""),
                        new Entry(PASSED, name + "tagOfNoTier", ""),
                        new Entry(PASSED, name + "slow", ""),
                        new Entry(PASSED, name + "slowForEach[1]", ""),
                        new Entry(PASSED, name + "slowForEach[2]", ""),
                        new Entry(EXCLUDED, name + "slowest", "endurance"));
    }

    @Test
    void theEnduranceTierLeavesOutNothing() {
        assertThat(run(Tier.ENDURANCE, Samples.EveryTag.class))
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(PASSED));
    }

    @Test
    void aTagOnTheClassCountsForEachTest() {
        assertEachOfBoth(run(Tier.FULL, Samples.Benchmarks.class), EXCLUDED, Samples.Benchmarks.class, "endurance");
    }

    @Test
    void aDisabledClassStandsForEachOfItsTests() {
        assertEachOfBoth(
                run(Tier.DEFAULT, Samples.SwitchedOff.class), DISABLED, Samples.SwitchedOff.class, "the whole class");
    }

    @Test
    void aClassThatAbortsBeforeItsTestsStandsForEachOfThem() {
        assertEachOfBoth(
                run(Tier.DEFAULT, Samples.NothingToStandOn.class),
                ABORTED,
                Samples.NothingToStandOn.class,
                "Assumption failed: no data");
    }

    @Test
    void aClassThatFailsBeforeItsTestsIsAFailure() {
        assertThat(run(Tier.DEFAULT, Samples.GroundGivesWay.class))
                .containsExactly(new Entry(FAILED, Samples.GroundGivesWay.class.getName(), "no room"));
    }

    @Test
    void thePlatformFindsBothByThemselves() {
        assertThat(ServiceLoader.load(PostDiscoveryFilter.class)).hasAtLeastOneElementOfType(TierFilter.class);
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(LedgerListener.class);
    }

    private static void assertEachOfBoth(List<Entry> ledger, Outcome outcome, Class<?> sample, String detail) {
        assertThat(ledger)
                .containsExactlyInAnyOrder(
                        new Entry(outcome, sample.getName() + "#first", detail),
                        new Entry(outcome, sample.getName() + "#second", detail));
    }

    /// Runs a class as the build does, with a filter and a listener of the test's own instead of those of this JVM.
    private static List<Entry> run(Tier tier, Class<?> tests) {
        List<Entry> ledger = Collections.synchronizedList(new ArrayList<>());
        LauncherConfig config = LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addPostDiscoveryFilters(new TierFilter(tier, ledger::add))
                .addTestExecutionListeners(new LedgerListener(ledger::add))
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherFactory.create(config).execute(request);
        return ledger;
    }
}
