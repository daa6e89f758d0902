package org.mxcensus.crawler.source;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What was read from one input.
///
/// @param source the source's name
/// @param input what the user called it: a path, or `-`
/// @param format what it was taken for, by its content
/// @param lines in the unpacked text
/// @param records resource records of a zone file; lines of a list that are neither empty nor comment
/// @param domains distinct domains: the source's part of the frame
/// @param signed domains with a DS record; empty where the input cannot tell
/// @param malformed lines that were passed over
/// @param examples the first of them, each as `input:line: reason`
/// @param zoneSerial the serial number of the zone's SOA record; empty for lists
/// @param sha256 of the file's bytes as they lie on the disk, lower-case hexadecimal
/// @param sample the share of the input's domains that was to be drawn; empty where all are taken
/// @param population distinct domains of the input, from which the sample was drawn; as many as `domains` without one
public record SourceReport(
        String source,
        String input,
        Format format,
        long lines,
        long records,
        long domains,
        OptionalLong signed,
        long malformed,
        List<String> examples,
        OptionalLong zoneSerial,
        String sha256,
        OptionalDouble sample,
        long population) {
    public SourceReport {
        examples = List.copyOf(examples);
    }
}
