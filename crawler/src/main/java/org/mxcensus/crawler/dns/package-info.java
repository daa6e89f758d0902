/// The resolver client: one question in, one outcome out, blocking for virtual threads over Netty.
///
/// In: names, and the addresses of recursive resolvers. Out: [org.mxcensus.crawler.dns.Lookup]s, whose
/// answers are validated: by the resolver where its AD bit can be trusted, in this process otherwise.
/// From the wire upwards: `NettyTransport` (over `Dispatcher`, the event loop's side of it), in a crawl
/// `PatientWire`, then `TrustedResolver` or `InProcessValidation`, then `AnswerReader`;
/// [org.mxcensus.crawler.dns.DnsClient] puts them together.
@NullMarked
package org.mxcensus.crawler.dns;

import org.jspecify.annotations.NullMarked;
