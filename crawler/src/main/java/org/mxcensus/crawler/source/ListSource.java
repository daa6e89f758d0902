package org.mxcensus.crawler.source;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.UserError;

/// A list of domains, with ranks or without. It cannot tell what a zone tells: delegation and DS.
public final class ListSource implements Source {
    private final SourceInput input;
    private final String stamp;
    private final String name;
    private final MalformedLines malformed;
    private final LongHashSet seen = new LongHashSet();
    private final LongHashSet repeated = new LongHashSet();
    private long lines;
    private long records;
    private boolean hasRanks;
    private String sha256 = "";

    private ListSource(SourceInput input) {
        this.input = input;
        this.stamp = input.stamp();
        this.name = input.name().orElseGet(input::nameOfFile);
        this.malformed = new MalformedLines(input.label());
    }

    /// @throws UserError where no line holds a domain
    static ListSource read(SourceInput input) {
        var list = new ListSource(input);
        try (var text = input.openDigested()) {
            list.lines = each(text, list::count);
            list.sha256 = text.sha256();
        }
        if (list.seen.size() == 0) {
            throw new UserError("The list " + input.label() + " holds no domain"
                    + list.malformed.examples().stream()
                            .findFirst()
                            .map(example -> " (" + example + ")")
                            .orElse("")
                    + ": give a zone file, or a list with one domain a line.");
        }
        input.requireUnchanged(list.stamp);
        return list;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceReport report() {
        return new SourceReport(
                name,
                input.label(),
                hasRanks ? Format.RANKED_LIST : Format.LIST,
                lines,
                records,
                seen.size(),
                OptionalLong.empty(),
                malformed.count(),
                malformed.examples(),
                OptionalLong.empty(),
                sha256,
                OptionalDouble.empty(),
                seen.size());
    }

    @Override
    public void forEach(Consumer<FrameRow> frame) {
        input.requireUnchanged(stamp);
        var told = new LongHashSet();
        try (var text = input.open()) {
            each(text, (_, line) -> {
                if (line instanceof ListLine.Entry(var domain, var rank)) {
                    var hash = NameBytes.hash(domain);
                    if (!repeated.contains(hash) || told.add(hash)) {
                        frame.accept(row(domain, rank));
                    }
                }
            });
        }
        input.requireUnchanged(stamp);
    }

    @Override
    public void close() {
        input.remove();
    }

    private void count(long number, ListLine line) {
        switch (line) {
            case ListLine.Nothing _, ListLine.Heading _ -> {}
            case ListLine.Malformed(var reason) -> {
                records++;
                malformed.add(number, reason);
            }
            case ListLine.Entry(var domain, var rank) -> {
                records++;
                hasRanks |= rank.isPresent();
                var hash = NameBytes.hash(domain);
                if (!seen.add(hash)) {
                    repeated.add(hash);
                }
            }
        }
    }

    /// Goes through the lines; gives how many there are.
    private static long each(Lines text, BiConsumer<Long, ListLine> use) {
        var isFirst = true;
        while (text.next()) {
            var line = ListLine.parse(text.text(), isFirst);
            isFirst &= line instanceof ListLine.Nothing;
            use.accept(text.number(), line);
        }
        return text.number();
    }

    private FrameRow row(String domain, OptionalLong rank) {
        return new FrameRow(
                domain, name, DomainNames.topLevel(domain), null, null, rank.isPresent() ? rank.getAsLong() : null);
    }
}
