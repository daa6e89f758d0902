package org.mxcensus.lab.world;

/// One line of a world file.
public sealed interface Spec permits ZoneSpec, DomainSpec, HostSpec {

    /// The name that it describes: lower case, without the final dot; `.` is the root.
    String name();
}
