/// Stage one: finds out how mail to one domain is protected.
///
/// In: a domain. Out: a [org.mxcensus.datasets.observation.DomainObservation], and the certificates of the
/// policy host that was met on the way. Few questions: the MX RRset first, what it leaves open all together
/// after that, nothing once the domain is known not to exist or its zone not to answer.
@NullMarked
package org.mxcensus.crawler.domain;

import org.jspecify.annotations.NullMarked;
