@NullMarked
package org.mxcensus.cli.preflight;

import org.jspecify.annotations.NullMarked;
