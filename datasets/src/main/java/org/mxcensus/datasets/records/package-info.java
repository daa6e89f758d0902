/// The formats of mail security: SPF, DMARC, MTA-STS (record and policy), TLSRPT, TLSA, and what certificates say.
///
/// In: the TXT records found at a name, each with its strings joined; the text of a policy; a certificate's DER.
/// Out: exactly one of present, absent, several, malformed with the reason. Pure functions, no I/O;
/// each follows the ABNF of its RFC, and what the RFC tells a receiver to ignore is ignored.
@NullMarked
package org.mxcensus.datasets.records;

import org.jspecify.annotations.NullMarked;
