@NullMarked
package org.mxcensus.lab.client;

import org.jspecify.annotations.NullMarked;
