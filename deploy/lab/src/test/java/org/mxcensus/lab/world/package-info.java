@NullMarked
package org.mxcensus.lab.world;

import org.jspecify.annotations.NullMarked;
