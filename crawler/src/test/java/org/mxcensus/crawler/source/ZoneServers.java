package org.mxcensus.crawler.source;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.ledger.Daemon;
import org.mxcensus.ledger.RealServer;

/// Real servers of the same zones: NSD, another NSD that transfers them from the first, and BIND.
final class ZoneServers implements AutoCloseable {
    /// A busy machine is no reason to give up.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String KEY =
            "key control { algorithm hmac-sha256; secret \"bm90IGEgc2VjcmV0IGF0IGFsbA==\"; };\n";

    private final Path folder;
    private final Map<String, Path> zones = new TreeMap<>();
    private final List<Daemon> daemons = new ArrayList<>();
    private final int nsd = Daemon.freePort();
    private final int second = Daemon.freePort();
    private final int bind = Daemon.freePort();
    private final int control = Daemon.freePort();

    ZoneServers(Path folder) {
        this.folder = folder;
    }

    /// @param apex with the final dot
    void add(String apex, Path file) {
        zones.put(apex, file);
    }

    void start() {
        Path configuration = write("nsd.conf", nsdConfiguration("first", nsd, this::primary));
        start(List.of(nsd), "nsd", "-d", "-c", configuration.toString());
        configuration = write("second.conf", nsdConfiguration("second", second, this::secondary));
        start(List.of(second), "nsd", "-d", "-c", configuration.toString());
        configuration = write("named.conf", bindConfiguration());
        start(List.of(bind, control), "named", "-f", "-n", "1", "-c", configuration.toString());
        write(
                "rndc.conf",
                KEY + "options { default-key control; default-server 127.0.0.1; default-port " + control + "; };\n");
    }

    int nsd() {
        return nsd;
    }

    int bind() {
        return bind;
    }

    /// What the second NSD writes of a zone once it has it.
    Path writtenByNsd(String apex) {
        Path written = folder.resolve("second" + fileName(apex));
        String configuration = folder.resolve("second.conf").toString();
        await().atMost(PATIENCE).until(() -> {
            run("nsd-control", "-c", configuration, "write", apex);
            return Files.exists(written) && text(written).lines().count() > 1;
        });
        return written;
    }

    /// All zones of a view of BIND's, one behind the other.
    ///
    /// @param view `all`, or that of one zone alone
    Path dumpedByBind(String view) {
        Path dump = folder.resolve("named_dump.db");
        delete(dump);
        run("rndc", "-c", folder.resolve("rndc.conf").toString(), "dumpdb", "-zones", view);
        // The dump is written in the background, and ends by this line.
        await().atMost(PATIENCE).until(() -> Files.exists(dump) && text(dump).contains("; Dump complete"));
        return dump;
    }

    /// Runs a tool, with what it prints as the content of a file.
    Path run(String program, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(RealServer.require(program).toString()), Stream.of(arguments))
                .toList();
        try {
            Path out = Files.createTempFile(folder, program, ".out");
            Path err = Files.createTempFile(folder, program, ".err");
            int status = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + text(out) + text(err));
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    private void start(List<Integer> ports, String... command) {
        command[0] = RealServer.require(command[0]).toString();
        daemons.add(Daemon.start(folder.resolve("log" + ports.getFirst()), ports, List.of(command)));
    }

    private interface Zone {
        String text(String apex);
    }

    private String primary(String apex) {
        return """
                zone:
                  name: "%s"
                  zonefile: "%s"
                  provide-xfr: 127.0.0.1 NOKEY
                """.formatted(apex, zones.get(apex));
    }

    private String secondary(String apex) {
        return """
                zone:
                  name: "%s"
                  zonefile: "%s"
                  request-xfr: AXFR 127.0.0.1@%d NOKEY
                """.formatted(apex, folder.resolve("second" + fileName(apex)), nsd);
    }

    private String nsdConfiguration(String name, int port, Zone zone) {
        return """
                server:
                  ip-address: 127.0.0.1@%d
                  username: ""
                  chroot: ""
                  zonesdir: "%s"
                  database: ""
                  pidfile: ""
                  xfrdfile: "%s.state"
                  zonelistfile: "%s.list"
                  xfrdir: "%s"
                  server-count: 1
                remote-control:
                  control-enable: yes
                  control-interface: "%s"
                """.formatted(port, folder, name, name, folder, folder.resolve(name + ".ctl"))
                + zones.keySet().stream().map(zone::text).collect(Collectors.joining());
    }

    private String bindConfiguration() {
        return KEY + """
                controls { inet 127.0.0.1 port %d allow { 127.0.0.1; } keys { control; }; };
                options {
                  directory "%s";
                  listen-on port %d { 127.0.0.1; };
                  listen-on-v6 { none; };
                  pid-file none;
                  session-keyfile "%s/session.key";
                  lock-file none;
                  recursion no;
                  notify no;
                  empty-zones-enable no;
                  allow-transfer { any; };
                  check-names primary ignore;
                };
                """.formatted(control, folder, bind, folder)
                + "view all { match-clients { any; };\n"
                + zones.keySet().stream().map(this::ofBind).collect(Collectors.joining())
                + "};\n"
                // Nobody is served from these; they are for dumps of one zone.
                + zones.keySet().stream()
                        .map(apex -> "view %s { match-clients { none; };\n%s};\n".formatted(view(apex), ofBind(apex)))
                        .collect(Collectors.joining());
    }

    private String ofBind(String apex) {
        return "  zone \"%s\" { type primary; file \"%s\"; };\n".formatted(apex, zones.get(apex));
    }

    /// The view of BIND's that holds this zone alone.
    static String view(String apex) {
        return "only" + apex.replace(".", "_");
    }

    private static String fileName(String apex) {
        return "-" + apex.replace(".", "_") + ".zone";
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        daemons.forEach(Daemon::close);
    }
}
