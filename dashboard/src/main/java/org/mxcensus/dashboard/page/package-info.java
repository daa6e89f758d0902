/// The pages: what a person sees.
///
/// In: what `census` reads, and the address that was asked for. Out: HTML by the templates in `src/main/jte`.
/// Everything from the network (names, banners, subjects, policies) is hostile text: templates escape all of it.
@NullMarked
package org.mxcensus.dashboard.page;

import org.jspecify.annotations.NullMarked;
