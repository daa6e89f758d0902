package org.mxcensus.analyzer.evidence;

import java.util.List;

/// Who uses an MX host.
///
/// @param count how many domains name it
/// @param some the first of them in the order of their names
public record HostUsers(long count, List<String> some) {}
