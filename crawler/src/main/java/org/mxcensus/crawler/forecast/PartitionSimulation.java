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
    private final Lines waitingForFirst;
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
        this.reuse = new Reuse(rules.firstNames(), rules.silences(), targets.addresses());
        this.waitingForFirst = new Lines(targets.addresses(), capacity);
        this.pacing = new Pacing(targets, rules, slots, capacity, events, this);
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
            long loss = pacing.nextLoss();
            long again = Math.max(secondTries.time(), now);
            long next = Math.min(Math.min(planned, loss), Math.min(again, arrival));
            if (next == Long.MAX_VALUE) {
                break;
            }
            now = next;
            if (planned == next) {
                happen(events.poll());
            } else if (loss == next) {
                pacing.lose(now);
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
        follow(slot, reuse.decide(address, targets.hasTlsa(address, draw), targets.isSampled(draw)));
    }

    private void follow(int slot, Reuse.Decision decision) {
        switch (decision) {
            case PROBE -> pacing.enter(now, slot);
            case PROBE_AS_FIRST -> {
                slots.isFirst[slot] = true;
                pacing.enter(now, slot);
            }
            case WAIT -> {
                slots.state[slot] = SlotState.WAITS_FOR_FIRST;
                waitingForFirst.append(slots.address[slot], slot);
            }
            case TAKE_OVER -> {
                course.tookOver(now, slots.address[slot]);
                finish(slot);
            }
            case TAKE_OVER_SILENCE -> {
                course.tookOverSilence(now, slots.address[slot]);
                finish(slot);
            }
        }
    }

    private void tryAgain(SecondTries.Batch batch) {
        for (int at = 0; at < batch.size(); at++) {
            int address = batch.address(at);
            if (batch.due(at) + latest < now) {
                course.cameTooLate(now, address);
                secondTries.settle();
            } else {
                int slot = slots.take(address, batch.draw(at), Slots.SECOND_TRY);
                follow(slot, reuse.decideAgain(address, targets.hasTlsa(address, batch.draw(at))));
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
        reuse.saw(address, told, targets.differs(address, draw));
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
        chunks.putOff(slots.chunk[slot], slots.address[slot], slots.draw[slot], now + comeBack);
        give(slot);
    }

    private void finish(int slot) {
        if (slots.attempt(slot) == 2) {
            secondTries.settle();
        } else {
            chunks.finish(slots.chunk[slot]);
        }
        give(slot);
    }

    private void give(int slot) {
        boolean first = slots.isFirst[slot];
        int address = slots.address[slot];
        slots.give(slot);
        if (first) {
            reuse.settle(address);
            decideForThoseWhoWait(address);
        }
    }

    private void decideForThoseWhoWait(int address) {
        int waiting = waitingForFirst.first(address);
        while (waiting != Lines.NOBODY) {
            long draw = slots.draw[waiting];
            Reuse.Decision decision = reuse.decide(address, targets.hasTlsa(address, draw), targets.isSampled(draw));
            if (decision == Reuse.Decision.WAIT) {
                return;
            }
            waitingForFirst.remove(address, waiting);
            follow(waiting, decision);
            waiting = waitingForFirst.first(address);
        }
    }
}
