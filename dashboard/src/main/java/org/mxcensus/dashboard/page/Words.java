package org.mxcensus.dashboard.page;

import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.transition.Mechanism;

/// What people call what addresses know by an id.
final class Words {
    private Words() {}

    static String metric(String id) {
        return Metric.find(id).map(Metric::title).orElse(id);
    }

    static String lever(String id) {
        return Lever.find(id).map(Lever::sentence).orElse(id);
    }

    static String mechanism(String id) {
        return Mechanism.find(id).map(Mechanism::title).orElse(id);
    }

    static String definition(String id) {
        return Definition.find(id).map(Definition::title).orElse(id);
    }

    /// `not_applicable` as `not applicable`.
    static String plain(String id) {
        return id.replace('_', ' ');
    }
}
