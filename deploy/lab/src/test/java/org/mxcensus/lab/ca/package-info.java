@NullMarked
package org.mxcensus.lab.ca;

import org.jspecify.annotations.NullMarked;
