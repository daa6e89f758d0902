package org.mxcensus.cli.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a worker's threads are about that work on partitions, for whoever wonders why a crawl stands still.
final class PartitionThreads {
    private static final Pattern OF_A_PARTITION =
            Pattern.compile("\"(?<name>(%s)-\\d.*?)\"".formatted(String.join("|", Cluster.STAGES)));

    private static final int FRAMES = 2;

    private PartitionThreads() {}

    /// A line for each: its name, and where in our own code it is.
    static String of(Worker worker) {
        return Stream.of(dump(worker.process().pid()).split("\n\n"))
                .flatMap(PartitionThreads::line)
                .sorted()
                .collect(Collectors.joining("\n", worker + ":\n", "\n"));
    }

    private static Stream<String> line(String thread) {
        Matcher ofAPartition = OF_A_PARTITION.matcher(thread);
        return ofAPartition.lookingAt() ? Stream.of(ofAPartition.group("name") + frames(thread)) : Stream.empty();
    }

    private static String frames(String thread) {
        return thread.lines()
                .map(String::strip)
                .filter(frame -> frame.startsWith("at org.mxcensus."))
                .limit(FRAMES)
                .collect(Collectors.joining(" ", " ", ""));
    }

    private static String dump(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, String.valueOf(pid), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
