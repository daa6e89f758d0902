package org.mxcensus.dashboard;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.stats.CrawlSummary;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.dashboard.census.Absence;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.UnderWay;

/// A made-up world in which every text that comes out of the dataset is hostile: names, banners, subjects, policies.
///
/// @param world whose texts are replaced
/// @param texts what they are replaced by, in turn
/// @param next how many have been
record Hostile(Census world, List<String> texts, AtomicInteger next) implements Census {
    /// What a script of strangers would do, were it ever run.
    static final String DEED = "document.title='run'";

    /// Nothing in it where a line may end.
    static final String LONG_WORD = "w".repeat(10_000);

    static final List<String> TEXTS = List.of(
            "<script>" + DEED + "</script><img src=x onerror=\"" + DEED + "\">",
            "\"'><svg onload=" + DEED + ">&lt;b&gt;",
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "\u202Emoc.elgoog\u202C \u2066<b>\u200F",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            LONG_WORD,
            "one line\r\nSet-Cookie: a=b\r\n\r\n<html>\t\u0000\u001B[31m",
            "javascript:" + DEED,
            "</script></style></textarea></title>${7*7}<iframe srcdoc=x>",
            "-2+3",
            "'; DROP TABLE adoption; --");

    /// Written by whoever runs the dashboard, or read as dates.
    private static final Set<Class<?>> OURS = Set.of(DatedEvent.class, CrawlSummary.class);

    /// With all kinds of hostile texts.
    Hostile(Census world) {
        this(world, TEXTS);
    }

    Hostile(Census world, List<String> texts) {
        this(world, texts, new AtomicInteger());
    }

    @Override
    public Optional<Trends> trends() {
        return world.trends().map(trends -> of(Trends.class, trends));
    }

    @Override
    public Evidence evidence() {
        return of(Evidence.class, world.evidence());
    }

    @Override
    public Analyses analyses() {
        return of(Analyses.class, world.analyses());
    }

    @Override
    public String edition() {
        return world.edition();
    }

    @Override
    public Optional<String> notice() {
        return world.notice();
    }

    @Override
    public List<UnderWay> underWay() {
        return world.underWay();
    }

    @Override
    public Absence absence() {
        return world.absence();
    }

    @Override
    public void close() {
        world.close();
    }

    private <T> T of(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return hostile(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object hostile(Object value) {
        return switch (value) {
            case null -> null;
            case String _ -> texts.get(Math.floorMod(next.getAndIncrement(), texts.size()));
            case Optional<?> some -> some.map(this::hostile);
            case List<?> list -> list.stream().map(this::hostile).toList();
            case Record row when !OURS.contains(row.getClass()) -> again(row);
            default -> value;
        };
    }

    private Record again(Record row) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        try {
            Constructor<?> constructor = row.getClass()
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = hostile(components[i].getAccessor().invoke(row));
            }
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row.getClass().toString(), e);
        }
    }
}
