@NullMarked
package org.mxcensus.lab.dns;

import org.jspecify.annotations.NullMarked;
