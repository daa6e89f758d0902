/// The STARTTLS dialogue with one address of one MX host (RFC 5321, RFC 3207).
///
/// In: a target, one address to be looked at under one name. Out: what was said and negotiated, as far as it came,
/// and the certificates as sent. One polite connection, one command at a time, never a word about mail: neither MAIL
/// nor RCPT, VRFY or AUTH.
@NullMarked
package org.mxcensus.crawler.smtp;

import org.jspecify.annotations.NullMarked;
