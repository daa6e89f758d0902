package org.mxcensus.lab.world;

/// A behaviour that a world file can name.
public interface Fixture {

    /// The word in the world file.
    String id();

    /// One sentence for people: what a client sees.
    String describe();
}
