package org.mxcensus.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// From which number to which an option goes. [Ranges] refuses all others before a command begins.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Within {

    /// The largest port.
    long LAST_PORT = 65_535;

    /// The smallest number that the option takes.
    long least();

    /// The largest.
    long most() default Long.MAX_VALUE;
}
