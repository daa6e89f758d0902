/// Script and style, served from memory under names that change with their content.
///
/// In: our own script and style, and ECharts from its webjar. Out: addresses for the pages, bytes for the browser.
@NullMarked
package org.mxcensus.dashboard.assets;

import org.jspecify.annotations.NullMarked;
