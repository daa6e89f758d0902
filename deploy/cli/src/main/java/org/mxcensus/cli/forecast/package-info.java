/// Says a plan for a crawl.
///
/// In: a plan, as the crawler's forecast makes it.
/// Out: lines for a person, or JSON.
@NullMarked
package org.mxcensus.cli.forecast;

import org.jspecify.annotations.NullMarked;
