package org.mxcensus.crawler.source;

import java.util.ArrayList;
import java.util.List;

/// Lines that were passed over: how many, and the first few with their place and reason.
final class MalformedLines {
    private static final int EXAMPLES = 5;

    private final String label;
    private final List<String> examples = new ArrayList<>();
    private long count;

    MalformedLines(String label) {
        this.label = label;
    }

    void add(long line, String reason) {
        count++;
        if (examples.size() < EXAMPLES) {
            examples.add(label + ":" + line + ": " + reason);
        }
    }

    long count() {
        return count;
    }

    List<String> examples() {
        return examples;
    }
}
