package org.mxcensus.crawler.source;

import java.util.ArrayList;
import java.util.List;

/// Lines that were passed over: how many, and the first few with their place and reason.
public final class MalformedLines {
    private static final int EXAMPLES = 5;

    private final String label;
    private final List<String> examples = new ArrayList<>();
    private long count;

    /// @param label how the user calls the input
    public MalformedLines(String label) {
        this.label = label;
    }

    public void add(long line, String reason) {
        count++;
        if (examples.size() < EXAMPLES) {
            examples.add(label + ":" + line + ": " + reason);
        }
    }

    public long count() {
        return count;
    }

    public List<String> examples() {
        return examples;
    }
}
