/// The web server: pages for people and an API for programs, over the statistics and the evidence of a store.
///
/// In: a store whose manifests and trends change while we run. Out: pages, JSON, CSV; never a request to another host.
/// All routes are in `Routes`; a route's work is in `page` (HTML) or `api` (JSON, CSV); both read through `census`.
@NullMarked
package org.mxcensus.dashboard;

import org.jspecify.annotations.NullMarked;
