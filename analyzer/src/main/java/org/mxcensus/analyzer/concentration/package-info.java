/// How many providers the mail of how many domains lies with.
///
/// In: a judged crawl. Out: who receives the mail of most domains, what share the largest have together, and how
/// unequal providers are.
@NullMarked
package org.mxcensus.analyzer.concentration;

import org.jspecify.annotations.NullMarked;
