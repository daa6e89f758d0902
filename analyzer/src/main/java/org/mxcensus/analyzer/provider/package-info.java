/// Who receives a domain's mail, and who answers for its zone.
///
/// In: names of MX hosts and of name servers, what MX hosts show of themselves, the public suffix list and the
/// provider map (`providers.yaml`). Out: the provider of a host, with how it was found, and the operators of name
/// servers, each by the registered domain that stands for it. Who has several names is one provider.
@NullMarked
package org.mxcensus.analyzer.provider;

import org.jspecify.annotations.NullMarked;
