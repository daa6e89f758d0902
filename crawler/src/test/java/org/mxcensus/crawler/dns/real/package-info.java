/// A small internet of real DNS servers, signed with their own tools, and faulty on purpose.
///
/// In: zones as data, programs of Debian packages. Out: whether our resolver client says of each name what is true,
/// and what other validators say, whether it trusts a resolver or validates by itself.
@NullMarked
package org.mxcensus.crawler.dns.real;

import org.jspecify.annotations.NullMarked;
