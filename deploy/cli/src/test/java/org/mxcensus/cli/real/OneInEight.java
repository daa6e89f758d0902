package org.mxcensus.cli.real;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;

/// Names of which one in eight is signed, out of a world that signs more.
final class OneInEight {
    private static final int EIGHT = 8;

    private OneInEight() {}

    /// How many domains a world has that has so many names to choose: with three in ten of them signed enough are not.
    static int worldFor(int names) {
        return names * 5 / 4;
    }

    /// Chooses them evenly, and leaves them in their order.
    static List<String> of(World world, List<String> names, int wanted) {
        Map<Boolean, List<String>> signed =
                names.stream().collect(partitioningBy(name -> isSigned(world, name), toList()));
        Set<String> chosen = new HashSet<>(evenly(signed.get(true), wanted / EIGHT));
        chosen.addAll(evenly(signed.get(false), wanted - wanted / EIGHT));
        if (chosen.size() < wanted) {
            throw new IllegalStateException("the world has too few domains that are signed, or that are not");
        }
        return names.stream().filter(chosen::contains).toList();
    }

    private static List<String> evenly(List<String> names, int wanted) {
        return IntStream.range(0, wanted)
                .mapToObj(i -> names.get((int) ((long) i * names.size() / wanted)))
                .toList();
    }

    private static boolean isSigned(World world, String name) {
        return world.domain(name).filter(DomainSpec::signed).isPresent();
    }
}
