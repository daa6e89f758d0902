package org.mxcensus.crawler.queue;

import java.util.function.Function;

/// What a queue between two stages carries, and how that is written down.
///
/// @param <M> what the messages say
/// @param name the last part of the topic's name, such as `mx-hosts`
/// @param key messages with equal keys go to the same partition: one owner sees them all
/// @param encode writes a message
/// @param decode reads it again. It never fails: bytes that no [#encode] wrote become a message that cannot be
///     looked at, and so end as a row that says so
public record Channel<M>(
        String name, Function<M, String> key, Function<M, byte[]> encode, Function<byte[], M> decode) {}
