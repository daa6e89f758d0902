@NullMarked
package org.mxcensus.lab.imported;

import org.jspecify.annotations.NullMarked;
