package org.mxcensus.crawler.forecast;

/// A network whose addresses have many names.
///
/// @param name tells it from others
/// @param names how many targets each of its addresses has
record BusyNetwork(String name, Group group, double[] names) {}
