/// Sockets on loopback for all of the lab's servers.
///
/// In: the addresses and ports to listen at, and a pipeline for each connection.
/// Out: bound ports, one for many addresses; nothing but loopback is ever bound. Epoll where the machine has it, else
/// NIO.
@NullMarked
package org.mxcensus.lab.net;

import org.jspecify.annotations.NullMarked;
