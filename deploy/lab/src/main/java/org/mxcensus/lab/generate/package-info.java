/// Worlds made by rule: many domains at providers of very unequal size, whose protection grows from month to month.
///
/// In: a seed and a number of domains.
/// Out: a world for each month. The same seed gives the same worlds, and what a domain or provider adopted it keeps.
/// Names are invented, numbers are of the size that published surveys report; nothing here describes anybody.
@NullMarked
package org.mxcensus.lab.generate;

import org.jspecify.annotations.NullMarked;
