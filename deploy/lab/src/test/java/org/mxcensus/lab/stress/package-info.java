@NullMarked
package org.mxcensus.lab.stress;

import org.jspecify.annotations.NullMarked;
