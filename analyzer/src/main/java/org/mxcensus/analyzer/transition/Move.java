package org.mxcensus.analyzer.transition;

/// How many domains went from one provider to another. Both crawls know who receives their mail.
public record Move(String before, String after, long domains) {}
