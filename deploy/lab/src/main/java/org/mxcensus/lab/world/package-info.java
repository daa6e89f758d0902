/// The model of a world and its file: zones, domains and hosts, and the fixtures that they can name.
///
/// In: a JSON Lines file, or specifications written in Java.
/// Out: a checked [org.mxcensus.lab.world.World]; a mistake in a file is one sentence with its line. Nothing here
/// opens a socket or signs anything: a world is plain data.
@NullMarked
package org.mxcensus.lab.world;

import org.jspecify.annotations.NullMarked;
