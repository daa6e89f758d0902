package org.mxcensus.cli.options;

import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;

/// How an option's text has to be written, which is found out as the command line is read. The option keeps the text,
/// so that it can be shown as it was given.
public abstract class Form implements ITypeConverter<String> {
    private final Consumer<String> reader;

    /// @param reader understands the text, or throws a [org.mxcensus.datasets.store.UserError] that says why not
    protected Form(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public final String convert(String text) {
        reader.accept(text);
        return text;
    }
}
