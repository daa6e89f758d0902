/// Whatever a resolver can do to us, and what we make of it.
///
/// In: a scripted server on loopback, and the lab. Out: nothing.
@NullMarked
package org.mxcensus.crawler.dns;

import org.jspecify.annotations.NullMarked;
