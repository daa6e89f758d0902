/// Who receives a domain's mail.
///
/// In: MX host names, the public suffix list and the provider map (`providers.yaml`). Out: the provider of a host, of
/// a domain and of name servers, by its registered domain. Who has several names is one provider.
@NullMarked
package org.mxcensus.analyzer.provider;

import org.jspecify.annotations.NullMarked;
