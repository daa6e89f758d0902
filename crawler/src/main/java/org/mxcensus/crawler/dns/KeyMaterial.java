package org.mxcensus.crawler.dns;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Remembers the DS and DNSKEY answers that validation asks for again and again on its way down from the root.
/// Who asks for one that is under way waits for it. Failures are not kept.
final class KeyMaterial implements Exchange {

    /// Zones in use at a time: those of TLDs and of large providers. Beyond that it only costs queries.
    private static final int CAPACITY = 20_000;

    /// A broken zone that was mended should not stay broken for us.
    private static final long LONGEST_SECONDS = 900;

    private final Exchange wire;
    private final Clock clock;
    private final Map<Key, Kept> entries = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Key(Name name, int type) {}

    /// A reply that is there or under way.
    private static final class Kept {
        final CompletableFuture<Reply> reply = new CompletableFuture<>();
        /// As long as nobody knows better, it is good.
        volatile Instant until = Instant.MAX;
    }

    KeyMaterial(Exchange wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public Reply ask(Question question, Tally tally) {
        if (question.type() != Type.DS && question.type() != Type.DNSKEY) {
            return wire.ask(question, tally);
        }
        Key key = new Key(question.name(), question.type());
        Kept mine = new Kept();
        Kept entry = claim(key, mine);
        if (entry == mine) {
            fetch(question, tally, key, mine);
        }
        return copy(entry.reply.join());
    }

    /// @return the entry that counts: one that is there, or the given one, to be filled by the caller
    private synchronized Kept claim(Key key, Kept fresh) {
        Kept present = entries.get(key);
        if (present != null && present.until.isAfter(clock.instant())) {
            return present;
        }
        entries.put(key, fresh);
        return fresh;
    }

    private void fetch(Question question, Tally tally, Key key, Kept entry) {
        try {
            Reply reply = wire.ask(question, tally);
            switch (reply) {
                case Reply.Answered answered -> entry.until = clock.instant().plusSeconds(ttl(answered.message()));
                case Reply.Failed failed -> forget(key, entry);
            }
            entry.reply.complete(reply);
        } catch (RuntimeException | Error e) {
            forget(key, entry);
            entry.reply.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void forget(Key key, Kept entry) {
        entries.remove(key, entry);
    }

    private static long ttl(Message message) {
        return message.getSection(Section.ANSWER).stream()
                .mapToLong(org.xbill.DNS.Record::getTTL)
                .reduce(LONGEST_SECONDS, Math::min);
    }

    /// Validation marks what it is given.
    private static Reply copy(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                new Reply.Answered(answered.message().clone());
            case Reply.Failed failed -> failed;
        };
    }
}
