/// A simulated year: a generated world whose adoption moves, and a crawl of it on the first of each month.
///
/// In: a directory, a number of domains and of months. Out: that many finished crawls, marked as simulated.
/// Everything between the lab's servers and the charts is the program as it runs against the internet.
@NullMarked
package org.mxcensus.cli.demo;

import org.jspecify.annotations.NullMarked;
