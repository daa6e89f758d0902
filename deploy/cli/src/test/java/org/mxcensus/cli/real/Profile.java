package org.mxcensus.cli.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/// Where a process of ours spent its CPU time, by a recording of Java's flight recorder.
///
/// @param samples how many there are, each of the same CPU time
/// @param packages by the package of ours that was nearest
/// @param methods by the method that was running
record Profile(long samples, Map<String, Long> packages, Map<String, Long> methods) {
    private static final String OURS = "org.mxcensus.";
    private static final int SHOWN = 12;

    static Profile of(Path recording) throws IOException {
        Map<String, Long> packages = new HashMap<>();
        Map<String, Long> methods = new HashMap<>();
        long samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    samples++;
                    packages.merge(nearest(frames), 1L, Long::sum);
                    methods.merge(running(frames), 1L, Long::sum);
                }
            }
        }
        return new Profile(samples, packages, methods);
    }

    private static String nearest(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> type(frame.getMethod()))
                .filter(type -> type.startsWith(OURS))
                .map(type -> type.substring(OURS.length(), type.lastIndexOf('.')))
                .findFirst()
                .orElse("none of ours: Netty's loops, Java itself");
    }

    private static String running(List<RecordedFrame> frames) {
        return Optional.ofNullable(frames.isEmpty() ? null : frames.getFirst().getMethod())
                .map(method -> type(method) + "." + method.getName())
                .orElse("?");
    }

    private static String type(RecordedMethod method) {
        return method == null ? "" : method.getType().getName();
    }

    String text() {
        return table("nearest package of ours", packages) + table("method that was running", methods);
    }

    private String table(String head, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .map(entry -> "| %s | %.1f %% |%n".formatted(entry.getKey(), 100.0 * entry.getValue() / samples))
                .collect(Collectors.joining("", "| %s | of the CPU time |%n|---|--:|%n".formatted(head), "\n"));
    }
}
