package org.mxcensus.lab.world;

/// A zone that delegates: the root (`.`) or a top-level domain. One that nobody describes is signed.
///
/// @param signed whether the zone has keys and, where its parent has too, a DS record
/// @param dns how questions for the zone and everything below it are answered
public record ZoneSpec(String name, boolean signed, DnsBehaviour dns) implements Spec {
    public ZoneSpec {
        name = Names.normal(name);
    }

    /// A signed zone.
    public static ZoneSpec of(String name) {
        return new ZoneSpec(name, true, DnsBehaviour.OK);
    }

    public ZoneSpec withSigned(boolean value) {
        return new ZoneSpec(name, value, dns);
    }

    public ZoneSpec withDns(DnsBehaviour value) {
        return new ZoneSpec(name, signed, value);
    }
}
