package org.mxcensus.crawler.scan;

import java.time.Duration;
import java.util.List;

/// What was read of an input.
///
/// @param input what the user calls it
/// @param lines in the unpacked text
/// @param malformed lines that were left out
/// @param examples the first of them, each as `input:line: reason`
/// @param took the reading, with all that is done with a line as it comes
/// @param sha256 of the file's bytes as they lie on the disk, lower-case hexadecimal
public record InputReport(
        String input, long lines, long malformed, List<String> examples, Duration took, String sha256) {
    public InputReport {
        examples = List.copyOf(examples);
    }

    /// The folder it lay in is nobody's business.
    String fileName() {
        return input.substring(input.lastIndexOf('/') + 1);
    }
}
