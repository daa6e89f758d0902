package org.mxcensus.crawler.source;

import java.util.function.Consumer;
import org.mxcensus.datasets.schema.FrameRow;

/// An input that has been read once, so that all is known of it, and can now be told domain by domain.
public sealed interface Source extends AutoCloseable permits ZoneSource, ListSource, SampledSource {

    /// The source's name in the tables: what the user said, else the zone's apex or the list's file name.
    String name();

    /// What was read.
    SourceReport report();

    /// Tells each domain once, always in the same order: as in the file.
    ///
    /// Domains of a zone whose NS records do not lie together come after the others, since only the end of the
    /// file tells that they are complete.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where the file has changed or can no longer be read
    void forEach(Consumer<FrameRow> frame);

    /// Removes what was set aside for reading standard input twice.
    @Override
    void close();
}
