package org.mxcensus.crawler.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.mxcensus.datasets.store.UserError;

/// Opens inputs, whatever they are.
public final class Sources {
    private Sources() {}

    /// Reads an input once and tells what it is.
    ///
    /// @throws UserError where it cannot be read, is not whole, or holds no domain that is to be taken
    public static Source open(SourceInput input) {
        try {
            Source whole = switch (format(input)) {
                case ZONE -> ZoneSource.read(input);
                case LIST, RANKED_LIST -> ListSource.read(input);
            };
            return input.sample().isPresent()
                    ? SampledSource.of(whole, input.sample().get())
                    : whole;
        } catch (UserError e) {
            input.remove();
            throw e;
        }
    }

    /// Opens several inputs, in the order given. Each must be a source of its own.
    ///
    /// @throws UserError where one of them cannot be used, or two would have the same name
    public static List<Source> openAll(List<SourceInput> inputs) {
        var sources = new ArrayList<Source>();
        var labels = new HashMap<String, String>();
        try {
            for (var input : inputs) {
                var source = open(input);
                sources.add(source);
                var other = labels.put(source.name(), input.label());
                if (other != null) {
                    throw new UserError("The inputs " + other + " and " + input.label() + " are both the source "
                            + source.name() + ": give one of them, or crawl them one at a time with --source NAME.");
                }
            }
            return sources;
        } catch (UserError e) {
            sources.forEach(Source::close);
            throw e;
        }
    }

    private static Format format(SourceInput input) {
        try (var text = input.open()) {
            return Format.detect(input.label(), text.ahead());
        }
    }
}
