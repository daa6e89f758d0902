package org.mxcensus.dashboard.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.mxcensus.analyzer.reconcile.Check;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Hosts;
import org.mxcensus.analyzer.reconcile.MxAnswer;
import org.mxcensus.analyzer.reconcile.Names;
import org.mxcensus.analyzer.reconcile.Population;
import org.mxcensus.analyzer.reconcile.Rule;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.TlsFlaw;

/// What the definitions of the analyzer say of themselves in English, by keys under which a translation may say it.
/// The API, the command line and METRICS.md take it from the same definitions, and stay English.
final class Glossary {
    private Glossary() {}

    /// All of it, by key.
    static Map<String, String> english() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            texts.put(title(metric), metric.title());
            texts.put(label(metric), metric.label());
            texts.put(sentence(metric), metric.sentence());
        }
        for (Mechanism mechanism : Mechanism.values()) {
            texts.put(title(mechanism), mechanism.title());
        }
        for (Lever lever : Lever.values()) {
            texts.put(title(lever), lever.title());
            texts.put(sentence(lever), lever.sentence());
        }
        for (Lever.Goal goal : Lever.Goal.values()) {
            texts.put(clause(goal), goal.clause());
        }
        Stream.<Cause[]>of(DaneCause.values(), StsCause.values())
                .flatMap(Stream::of)
                .forEach(cause -> {
                    texts.put(sentence(cause), cause.sentence());
                    texts.put(fix(cause), cause.fix());
                });
        for (Definition definition : Definition.values()) {
            texts.put(title(definition), definition.title());
            texts.put(sentence(definition), definition.sentence());
            texts.put(limits(definition), definition.limits());
        }
        Stream.<Rule[]>of(Population.values(), Hosts.values(), Check.values(), Names.values(), MxAnswer.values())
                .flatMap(Stream::of)
                .forEach(rule -> texts.put(phrase(rule), rule.phrase()));
        for (TlsFlaw flaw : TlsFlaw.values()) {
            texts.put(phrase(flaw), flaw.phrase());
        }
        return Map.copyOf(texts);
    }

    static String title(Metric metric) {
        return "metric." + metric.id() + ".title";
    }

    static String label(Metric metric) {
        return "metric." + metric.id() + ".label";
    }

    static String sentence(Metric metric) {
        return "metric." + metric.id() + ".sentence";
    }

    static String title(Mechanism mechanism) {
        return "mechanism." + mechanism.id() + ".title";
    }

    static String title(Lever lever) {
        return "lever." + lever.id() + ".title";
    }

    static String sentence(Lever lever) {
        return "lever." + lever.id() + ".sentence";
    }

    static String clause(Lever.Goal goal) {
        return "goal." + lower(goal.name()) + ".clause";
    }

    static String sentence(Cause cause) {
        return cause(cause) + ".sentence";
    }

    static String fix(Cause cause) {
        return cause(cause) + ".fix";
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case DaneCause dane -> "cause.dane." + lower(dane.name());
            case StsCause sts -> "cause.mta_sts." + lower(sts.name());
        };
    }

    static String title(Definition definition) {
        return "definition." + definition.id() + ".title";
    }

    static String sentence(Definition definition) {
        return "definition." + definition.id() + ".sentence";
    }

    static String limits(Definition definition) {
        return "definition." + definition.id() + ".limits";
    }

    static String phrase(Rule rule) {
        return "rule." + rule.subject() + "." + rule.id() + ".phrase";
    }

    static String phrase(TlsFlaw flaw) {
        return "flaw." + lower(flaw.name()) + ".phrase";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
