package org.mxcensus.lab.smtp;

/// Which of a world's mail servers a process plays. Each listens at an address of its own, and a process may open so
/// many
/// files and no more: a large world has several labs.
///
/// @param part from 0
/// @param parts how many there are
public record Share(int part, int parts) {
    public static final Share ALL = new Share(0, 1);

    boolean has(String address) {
        return Math.floorMod(address.hashCode(), parts) == part;
    }
}
