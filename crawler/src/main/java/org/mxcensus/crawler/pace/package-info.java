/// Manners: whom we never contact, and how gently we contact everybody else.
///
/// In: an address that somebody means to connect to, and the host it stands for.
/// Out: a [Permit], or the reason why not. Nothing opens a connection without a permit, so neither the
/// reserved addresses, nor the opt-out list, nor the limits can be forgotten.
@NullMarked
package org.mxcensus.crawler.pace;

import org.jspecify.annotations.NullMarked;
