/// Tests against mail and web servers that others wrote, started here on loopback with configurations of their own.
///
/// In: programs of Debian packages. Out: whether what the probes record is what such servers do, and what other clients
/// of theirs see.
@NullMarked
package org.mxcensus.crawler.real;

import org.jspecify.annotations.NullMarked;
