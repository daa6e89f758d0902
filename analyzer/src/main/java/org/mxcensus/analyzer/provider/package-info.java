/// Who receives a domain's mail.
///
/// In: MX host names and the public suffix list. Out: the provider of a host and of a domain.
/// A provider is named by its registered domain.
@NullMarked
package org.mxcensus.analyzer.provider;

import org.jspecify.annotations.NullMarked;
