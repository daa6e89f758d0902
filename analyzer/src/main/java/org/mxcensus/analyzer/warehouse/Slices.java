package org.mxcensus.analyzer.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ranges of domains that are worked through one after another: the tables of a large crawl do not fit in memory side
/// by side, and all of them are sorted by domain.
public final class Slices {
    /// Row groups of the frame in one slice: half a million rows as we write them.
    private static final int ROW_GROUPS = 64;
    /// After every name: the last code point that there is.
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /// All names at once, for people to read: those of domains are of ASCII.
    public static final Slice WHOLE = new Slice("", "~");

    private Slices() {}

    /// Domains from one to another, that one not included, in the order of their octets.
    public record Slice(String from, String to) {

        /// Fills `from` and `to` of a question about a slice.
        public Question.Builder of(Question.Builder question) {
            return question.value("from", from).value("to", to);
        }
    }

    /// Slices that have every name in one of them.
    ///
    /// @param frame files of table `frame`, of one crawl or of several
    public static List<Slice> of(Warehouse warehouse, List<Path> frame) {
        List<String> begins = warehouse.ask(
                Question.named(Slices.class, "slices")
                        .piece("files", Warehouse.list(frame))
                        .build(),
                row -> row.getString(1));
        List<Slice> slices = new ArrayList<>();
        String from = "";
        for (int i = ROW_GROUPS; i < begins.size(); i += ROW_GROUPS) {
            slices.add(new Slice(from, begins.get(i)));
            from = begins.get(i);
        }
        slices.add(new Slice(from, END));
        return slices;
    }
}
