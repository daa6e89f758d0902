@NullMarked
package org.mxcensus.lab.truth;

import org.jspecify.annotations.NullMarked;
