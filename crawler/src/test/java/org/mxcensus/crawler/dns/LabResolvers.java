package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.World;

/// A lab, and its DNS in two ways: by its resolver's AD bit, and validated here from the lab's own root.
public final class LabResolvers implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);

    /// The lab signs as it goes, on a machine that has other things to do.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Lab lab;
    private final Path anchor;
    private final Resolver trusting;
    private final Resolver validating;

    private LabResolvers(Lab lab, Path anchor) {
        this.lab = lab;
        this.anchor = anchor;
        this.trusting = trusting(PATIENCE);
        this.validating = validating(PATIENCE);
    }

    /// @param folder for the trust anchor
    public static LabResolvers start(World world, Path folder) {
        Lab lab = Lab.start(world, LabOptions.defaults().withValidAt(CLOCK.instant()));
        try {
            return new LabResolvers(lab, Files.writeString(folder.resolve("anchor"), lab.trustAnchor()));
        } catch (IOException e) {
            lab.close();
            throw new UncheckedIOException(e);
        }
    }

    public Resolver trusting() {
        return trusting;
    }

    public Resolver validating() {
        return validating;
    }

    /// A fresh one of the first kind.
    public Resolver trusting(Duration timeout) {
        return open(Optional.empty(), timeout);
    }

    /// A fresh one of the second kind, with no keys in memory.
    public Resolver validating(Duration timeout) {
        return open(Optional.of(anchor), timeout);
    }

    @Override
    public void close() {
        validating.close();
        trusting.close();
        lab.close();
    }

    /// The lab's resolver, asked as by the first kind.
    ResolverConfig config() {
        return config(Optional.empty(), PATIENCE);
    }

    /// The lab's root key.
    Path anchor() {
        return anchor;
    }

    private Resolver open(Optional<Path> trustAnchor, Duration timeout) {
        return DnsClient.open(config(trustAnchor, timeout), CLOCK, none -> {});
    }

    private ResolverConfig config(Optional<Path> trustAnchor, Duration timeout) {
        return new ResolverConfig(List.of(lab.resolver()), false, trustAnchor, timeout, 2, 100);
    }
}
