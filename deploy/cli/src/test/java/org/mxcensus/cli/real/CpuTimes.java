package org.mxcensus.cli.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The CPU time that programs have used, in hundredths of a second (proc(5)).
final class CpuTimes {
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private CpuTimes() {}

    /// @param crawler its process; any other Java is the lab
    static Map<String, Long> byProgram(long crawler) {
        return ProcessHandle.allProcesses()
                .collect(Collectors.toMap(
                        process -> process.pid() == crawler ? "crawler" : program(process.pid()),
                        process -> used(process.pid()),
                        Long::sum,
                        TreeMap::new));
    }

    static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> spent = new TreeMap<>();
        after.forEach((program, used) -> spent.put(program, used - before.getOrDefault(program, 0L)));
        spent.values().removeIf(used -> used <= 0);
        return spent;
    }

    private static String program(long pid) {
        String name = read(pid, "comm").strip();
        return name.equals("java") ? "lab: mail servers and policy hosts" : name;
    }

    private static long used(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > SYSTEM ? Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]) : 0;
    }

    /// Empty where the process has ended.
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", "" + pid, file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
