package org.mxcensus.crawler.forecast;

import java.util.Arrays;
import org.mxcensus.crawler.smtp.SharedAddresses;

/// The targets of one partition, well mixed, as they are where domains come in the order of a hash. They arrive
/// evenly.
/// Names of busy networks are drawn; every other address has one.
final class PartitionTargets implements Targets {
    private static final int TLSA = 1;
    private static final int SAMPLE = 2;
    private static final int LOST = 3;
    private static final int LENGTH = 5;
    private static final double SAMPLED = 1.0 / SharedAddresses.ONE_IN;

    private final Neighbourhood place;
    private final Durations durations;
    private final double tlsaOfLarge;
    private final double tlsaElsewhere;
    private final double lost;
    private final Alias categories;
    private final Draws draws;
    private final long targets;
    private final long span;
    private long taken;
    private int nextOther;
    private int nextOwn;
    private int address;
    private long draw;

    /// @param span over how long the targets arrive, in nanoseconds
    PartitionTargets(Neighbourhood place, long span, Draws draws, Inputs inputs) {
        this.place = place;
        this.durations = Durations.of(inputs);
        this.tlsaOfLarge = inputs.of(Input.NAMING_TLSA_SHARE);
        this.tlsaElsewhere = inputs.of(Input.TLSA_SHARE);
        this.lost = inputs.of(Input.LOST_SHARE);
        this.draws = draws;
        this.span = span;
        double[] weights = Arrays.copyOf(place.names(), place.firstOther() + 2);
        weights[place.firstOther()] = place.firstOwn() - place.firstOther();
        weights[place.firstOther() + 1] = place.addresses() - place.firstOwn();
        this.categories = new Alias(weights);
        this.targets = Math.round(Arrays.stream(weights).sum());
    }

    @Override
    public int networks() {
        return place.networks();
    }

    @Override
    public int addresses() {
        return place.addresses();
    }

    @Override
    public int network(int of) {
        return place.network(of);
    }

    @Override
    public boolean next() {
        if (taken == targets) {
            return false;
        }
        taken++;
        address = draw(categories.at(Draws.share(draws.next())));
        draw = draws.next();
        return true;
    }

    private int draw(int category) {
        if (category < place.firstOther()) {
            return category;
        }
        if (category == place.firstOther()) {
            return place.firstOther() + nextOther++ % (place.firstOwn() - place.firstOther());
        }
        return place.firstOwn() + nextOwn++ % (place.addresses() - place.firstOwn());
    }

    @Override
    public long arrival() {
        return (long) ((double) taken / targets * span);
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public long draw() {
        return draw;
    }

    @Override
    public boolean hasTlsa(int of, long with) {
        return Draws.share(with, TLSA) < (place.isLarge(of) ? tlsaOfLarge : tlsaElsewhere);
    }

    @Override
    public boolean isSampled(long with) {
        return Draws.share(with, SAMPLE) < SAMPLED;
    }

    @Override
    public long took(int of, long with, int attempt) {
        Server server = isLost(with, attempt) ? Server.SILENT : place.server(of);
        return durations.took(server, place.isLarge(of), Draws.share(with, LENGTH + attempt));
    }

    @Override
    public Told told(int of, long with, int attempt) {
        return isLost(with, attempt) ? Told.SILENCE : place.server(of).told(attempt);
    }

    private boolean isLost(long with, int attempt) {
        return Draws.share(with, LOST + attempt) < lost;
    }
}
