@NullMarked
package org.mxcensus.lab.generate;

import org.jspecify.annotations.NullMarked;
