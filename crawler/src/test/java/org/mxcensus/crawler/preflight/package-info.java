@NullMarked
package org.mxcensus.crawler.preflight;

import org.jspecify.annotations.NullMarked;
