@NullMarked
package org.mxcensus.lab.policy;

import org.jspecify.annotations.NullMarked;
