@NullMarked
package org.mxcensus.lab.smtp;

import org.jspecify.annotations.NullMarked;
