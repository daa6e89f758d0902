package org.mxcensus.lab.world;

import java.util.Locale;

/// A behaviour that a world file can name: a constant of an enum.
public interface Fixture {

    /// The constant's name.
    String name();

    /// One sentence for people: what a client sees.
    String describe();

    /// The word in the world file: the constant's name in small letters, with hyphens.
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
