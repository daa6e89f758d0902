package org.mxcensus.crawler.forecast;

/// The last stage over one partition, target by target on simulated time: chunks are cut and published in order, what
/// is put off is tried once more beside them, chunk by chunk.
///
/// At one moment, what was planned comes before the loss of patience, that before second tries, and those before new
/// targets.
final class PartitionSimulation implements Pacing.Outcome {
    private final Targets targets;
    private final Course course;
    private final long comeBack;
    private final long latest;
    private final Slots slots;
    private final Events events = new Events();
    private final SecondTries secondTries = new SecondTries();
    private final Chunks chunks;
    private final Reuse reuse;
    private final Patience patience;
    private final Turns turns;
    private final Pacing pacing;
    private long now;

    /// When a partition's chunks were all published, and when its second tries were, in nanoseconds.
    record Ends(long firstTries, long secondTries) {}

    private PartitionSimulation(Targets targets, Rules rules, Course course) {
        int capacity = (rules.window() + 1) * rules.chunkSize();
        this.targets = targets;
        this.course = course;
        this.comeBack = rules.comeBack().toNanos();
        this.latest = rules.latest().toNanos();
        this.slots = new Slots(capacity);
        this.chunks = new Chunks(rules.chunkSize(), rules.window(), secondTries);
        this.reuse = new Reuse(rules.reuse(), rules.firstNames(), targets.addresses());
        this.patience = new Patience(rules.patience().toNanos(), slots, capacity);
        this.turns = new Turns(targets.addresses(), capacity, this::takeTurn);
        this.pacing = new Pacing(targets, rules.limits(), slots, capacity, patience, events, this);
    }

    /// Runs a partition to its end.
    static Ends run(Targets targets, Rules rules, Course course) {
        return new PartitionSimulation(targets, rules, course).run();
    }

    private Ends run() {
        boolean more = targets.next();
        while (true) {
            if (!more) {
                chunks.seal();
            }
            chunks.publish(now);
            long arrival = more && chunks.hasRoom() ? Math.max(targets.arrival(), now) : Long.MAX_VALUE;
            long planned = events.time();
            long loss = patience.time();
            long again = Math.max(secondTries.time(), now);
            long next = Math.min(Math.min(planned, loss), Math.min(again, arrival));
            if (next == Long.MAX_VALUE) {
                break;
            }
            now = next;
            if (planned == next) {
                happen(events.poll());
            } else if (loss == next) {
                pacing.lose(now, patience.next());
            } else if (again == next) {
                tryAgain(secondTries.begin());
            } else {
                begin(targets.address(), targets.draw());
                more = targets.next();
            }
        }
        if (!chunks.isDone() || !secondTries.isDone()) {
            throw new IllegalStateException("the simulation has come to a stand");
        }
        return new Ends(chunks.publishedAt(), now);
    }

    private void begin(int address, long draw) {
        int slot = slots.take(address, draw, chunks.take());
        slots.state[slot] = SlotState.WAITS_FOR_TURN;
        turns.await(address, slot);
    }

    private void takeTurn(int slot) {
        int address = slots.address[slot];
        long draw = slots.draw[slot];
        if (reuse.takesOver(address, targets.hasTlsa(address, draw), targets.isSampled(draw))) {
            course.tookOver(now, address, reuse.shown(address));
            finish(slot);
        } else {
            patience.begin(now, slot);
            pacing.enter(now, slot);
        }
    }

    /// Second tries wait for no turn, and take nothing over.
    private void tryAgain(SecondTries.Batch batch) {
        for (int at = 0; at < batch.size(); at++) {
            int address = batch.address(at);
            if (batch.due(at) + latest < now) {
                course.cameTooLate(now, address);
                secondTries.settle();
            } else {
                int slot = slots.take(address, batch.draw(at), Slots.SECOND_TRY);
                patience.begin(now, slot);
                pacing.enter(now, slot);
            }
        }
    }

    /// A moment has come, or a probe has come to its end.
    private void happen(int slot) {
        if (slots.state[slot] == SlotState.WAITS_FOR_MOMENT) {
            pacing.moment(now, slot);
            return;
        }
        int address = slots.address[slot];
        long draw = slots.draw[slot];
        int attempt = slots.attempt(slot);
        Told told = targets.told(address, draw, attempt);
        course.probed(now, address, attempt, told, targets.took(address, draw, attempt));
        if (attempt == 1) {
            reuse.saw(address, told);
        }
        pacing.exit(now, slot);
        if (told == Told.COME_BACK && attempt == 1) {
            putOff(slot);
        } else {
            finish(slot);
        }
    }

    @Override
    public void opens(int slot) {
        events.plan(now + targets.took(slots.address[slot], slots.draw[slot], slots.attempt(slot)), slot);
    }

    @Override
    public void gaveUp(int slot) {
        int attempt = slots.attempt(slot);
        course.lostPatience(now, slots.address[slot], attempt);
        if (attempt == 1) {
            putOff(slot);
        } else {
            finish(slot);
        }
    }

    private void putOff(int slot) {
        int address = slots.address[slot];
        chunks.putOff(slots.chunk[slot], address, slots.draw[slot], now + comeBack);
        slots.give(slot);
        turns.end(address);
    }

    private void finish(int slot) {
        int address = slots.address[slot];
        boolean again = slots.attempt(slot) == 2;
        if (again) {
            secondTries.settle();
        } else {
            chunks.finish(slots.chunk[slot]);
        }
        slots.give(slot);
        if (!again) {
            turns.end(address);
        }
    }
}
