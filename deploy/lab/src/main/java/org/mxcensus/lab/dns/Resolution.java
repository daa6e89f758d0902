package org.mxcensus.lab.dns;

import java.util.List;
import org.mxcensus.lab.world.DnsBehaviour;
import org.xbill.DNS.RRset;

/// What the world holds for a question.
///
/// @param authority the SOA and the denials of a negative answer
/// @param secure whether every part of it lies below an unbroken chain of trust
/// @param trouble what stands in the way of the answer
record Resolution(int rcode, List<RRset> answer, List<RRset> authority, boolean secure, DnsBehaviour trouble) {}
