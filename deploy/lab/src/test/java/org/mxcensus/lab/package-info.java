@NullMarked
package org.mxcensus.lab;

import org.jspecify.annotations.NullMarked;
