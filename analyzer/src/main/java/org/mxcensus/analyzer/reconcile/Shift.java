package org.mxcensus.analyzer.reconcile;

/// How many domains have which outcome before a rule is changed, and which after.
public record Shift(Outcome before, Outcome after, long domains) {}
