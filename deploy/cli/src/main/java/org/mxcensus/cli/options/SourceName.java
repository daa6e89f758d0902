package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mxcensus.crawler.source.SourceInput;

/// A name that the domains of an input can have in the dataset.
public final class SourceName extends Form {
    private SourceName() {
        super(name -> new SourceInput(name, Path.of(""), Optional.of(name), false, Optional.empty()));
    }
}
