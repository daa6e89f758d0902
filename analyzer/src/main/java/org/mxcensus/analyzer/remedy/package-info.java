/// What one party can do for how many domains.
///
/// In: a judged crawl. Out: for each provider and each DNS operator, how many domains would have valid DANE or
/// enforced MTA-STS if it did something, by top-level domain and as a curve; what is to be mended by whom, and how
/// many domains that heals; and the names behind all of that. A prediction follows the rules by which the judge comes
/// from hosts to domains.
@NullMarked
package org.mxcensus.analyzer.remedy;

import org.jspecify.annotations.NullMarked;
