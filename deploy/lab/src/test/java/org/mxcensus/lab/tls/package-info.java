@NullMarked
package org.mxcensus.lab.tls;

import org.jspecify.annotations.NullMarked;
