package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Configures name servers for zones that are signed already: each is to serve the very records of the file.
///
/// @param folder for what is written
/// @param address where it listens, at port 53
/// @param zones the files by apex
record NameServerFiles(Path folder, String address, Map<String, Path> zones) {

    List<String> nsd() {
        Path file = Tool.write(
                folder.resolve("nsd.conf"),
                """
                server:
                  ip-address: %1$s
                  username: ""
                  chroot: ""
                  zonesdir: "%2$s"
                  database: ""
                  pidfile: ""
                  xfrdfile: "xfrd.state"
                  zonelistfile: "zone.list"
                  xfrdir: "."
                  server-count: 1
                remote-control:
                  control-enable: no
                """.formatted(address, folder)
                        + each((name, zone) -> "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n".formatted(name, zone)));
        return Tool.command("nsd", "-d", "-c", file.toString());
    }

    List<String> knot() {
        Path file = Tool.write(
                folder.resolve("knot.conf"),
                """
                server:
                  rundir: %1$s
                  listen: %2$s@53
                  udp-workers: 1
                  tcp-workers: 1
                  background-workers: 1
                database:
                  storage: %1$s
                log:
                  - target: stderr
                    any: info
                template:
                  - id: default
                    zonefile-sync: -1
                    zonefile-load: whole
                    journal-content: none
                zone:
                """.formatted(folder, address)
                        + each((name, zone) -> "  - domain: %s\n    file: %s\n".formatted(name, zone)));
        return Tool.command("knotd", "-c", file.toString());
    }

    List<String> bind() {
        Path file = Tool.write(
                folder.resolve("named.conf"),
                """
                options {
                  directory "%1$s";
                  listen-on { %2$s; };
                  listen-on-v6 { none; };
                  pid-file none;
                  session-keyfile "%1$s/session.key";
                  lock-file none;
                  recursion no;
                  notify no;
                  check-names primary ignore;
                };
                controls { };
                """.formatted(folder, address)
                        + each((name, zone) -> "zone \"%s\" { type primary; file \"%s\"; };\n".formatted(name, zone)));
        // It listens at addresses that the loopback interface has, and not at all that lead there.
        Tool.run("ip", "address", "add", address + "/8", "dev", "lo");
        return Tool.command("named", "-g", "-n", "1", "-c", file.toString());
    }

    List<String> powerDns() {
        Tool.write(folder.resolve("pdns.conf"), """
                launch=bind
                bind-config=%1$s/zones.conf
                bind-dnssec-db=%1$s/dnssec.db
                socket-dir=%1$s
                local-address=%2$s
                no-shuffle=yes
                security-poll-suffix=
                """.formatted(folder, address));
        Tool.write(
                folder.resolve("zones.conf"),
                each((name, zone) -> "zone \"%s\" { type native; file \"%s\"; };\n".formatted(name, zone)));
        String conf = "--config-dir=" + folder;
        Tool.run("pdnsutil", conf, "create-bind-db", folder.resolve("dnssec.db").toString());
        zones.forEach((apex, zone) -> {
            if (Tool.read(zone).contains("\tDNSKEY\t")) {
                Tool.run("pdnsutil", conf, "set-presigned", apex);
            }
        });
        return Tool.command("pdns_server", conf, "--daemon=no", "--guardian=no");
    }

    private String each(BiFunction<String, Path, String> form) {
        return zones.entrySet().stream()
                .map(zone -> form.apply(zone.getKey().equals(".") ? "." : zone.getKey() + '.', zone.getValue()))
                .collect(Collectors.joining());
    }
}
