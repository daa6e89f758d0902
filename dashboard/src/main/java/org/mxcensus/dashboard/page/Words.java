package org.mxcensus.dashboard.page;

import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Rule;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.TlsFlaw;

/// What definitions of the analyzer are called on pages: as they say themselves, or as a translation does.
public final class Words {
    private Words() {}

    static String metric(String id) {
        return Metric.find(id).map(Words::title).orElse(id);
    }

    static String lever(String id) {
        return Lever.find(id).map(Words::sentence).orElse(id);
    }

    static String mechanism(String id) {
        return Mechanism.find(id).map(Words::title).orElse(id);
    }

    static String definition(String id) {
        return Definition.find(id).map(Words::title).orElse(id);
    }

    public static String title(Metric metric) {
        return Texts.of(Glossary.title(metric));
    }

    static String label(Metric metric) {
        return Texts.of(Glossary.label(metric));
    }

    public static String sentence(Metric metric) {
        return Texts.of(Glossary.sentence(metric));
    }

    static String title(Mechanism mechanism) {
        return Texts.of(Glossary.title(mechanism));
    }

    static String title(Lever lever) {
        return Texts.of(Glossary.title(lever));
    }

    static String sentence(Lever lever) {
        return Texts.of(Glossary.sentence(lever));
    }

    static String clause(Lever.Goal goal) {
        return Texts.of(Glossary.clause(goal));
    }

    static String sentence(Cause cause) {
        return Texts.of(Glossary.sentence(cause));
    }

    static String fix(Cause cause) {
        return Texts.of(Glossary.fix(cause));
    }

    static String title(Definition definition) {
        return Texts.of(Glossary.title(definition));
    }

    static String sentence(Definition definition) {
        return Texts.of(Glossary.sentence(definition));
    }

    static String limits(Definition definition) {
        return Texts.of(Glossary.limits(definition));
    }

    static String phrase(Rule rule) {
        return Texts.of(Glossary.phrase(rule));
    }

    static String phrase(TlsFlaw flaw) {
        return Texts.of(Glossary.phrase(flaw));
    }

    /// `not_applicable` as `not applicable`.
    static String plain(String id) {
        return Texts.translated("word." + id).orElseGet(() -> id.replace('_', ' '));
    }
}
