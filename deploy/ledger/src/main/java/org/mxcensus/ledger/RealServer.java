package org.mxcensus.ledger;

import static java.util.Map.entry;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// The real programs that tests of the full tier run against: DNS servers, mail servers, a browser, and
/// those that files of configuration are written for.
public final class RealServer {

    /// Program, or file of data, and the Debian package that brings it.
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            entry("/usr/lib/nginx/modules/ngx_mail_module.so", "libnginx-mod-mail"),
            entry("/usr/share/dns/root.ds", "dns-root-data"),
            entry("chromium", "chromium"),
            entry("delv", "bind9-dnsutils"),
            entry("dig", "bind9-dnsutils"),
            entry("dnsperf", "dnsperf"),
            entry("dnssec-keygen", "bind9-utils"),
            entry("dnssec-signzone", "bind9-utils"),
            entry("docker-compose", "docker-compose"),
            entry("drill", "ldnsutils"),
            entry("ip", "iproute2"),
            entry("keymgr", "knot"),
            entry("knotd", "knot"),
            entry("ldns-read-zone", "ldnsutils"),
            entry("ldns-key2ds", "ldnsutils"),
            entry("ldns-keygen", "ldnsutils"),
            entry("ldns-signzone", "ldnsutils"),
            entry("ldns-verify-zone", "ldnsutils"),
            entry("mta-sts-query", "postfix-mta-sts-resolver"),
            entry("named", "bind9"),
            entry("named-checkzone", "bind9-utils"),
            entry("named-compilezone", "bind9-utils"),
            entry("nginx", "nginx"),
            entry("nsd", "nsd"),
            entry("nsd-control", "nsd"),
            entry("openssl", "openssl"),
            // Neither is of use without a backend, which brings both.
            entry("pdns_server", "pdns-backend-bind"),
            entry("pdnsutil", "pdns-backend-bind"),
            entry("postfix", "postfix"),
            entry("posttls-finger", "postfix"),
            entry("promtool", "prometheus"),
            entry("rndc", "bind9-utils"),
            entry("smtp-sink", "postfix"),
            entry("systemd-analyze", "systemd"),
            entry("unbound", "unbound"),
            entry("unbound-checkconf", "unbound"),
            entry("unbound-host", "unbound-host"),
            entry("unshare", "util-linux"),
            entry("wrk", "wrk"));

    private static final RealServer OF_THIS_MACHINE = new RealServer(
            Stream.concat(
                            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                            // Debian keeps servers where a user's PATH does not look.
                            Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                    .filter(folder -> !folder.isEmpty())
                    .map(Path::of)
                    .toList(),
            new AptInstaller(),
            new AptUnpacker(),
            Set.of(System.getProperty("mxcensus.require", "").split(",")));

    private final List<Path> folders;
    private final Installer installer;
    private final Unpacker unpacker;
    private final Set<String> required;

    /// Brings a package onto this machine.
    @FunctionalInterface
    interface Installer {
        /// Tries once; whether it worked shows in the program being there.
        void install(String debianPackage);
    }

    /// Brings packages to this machine, without installing them.
    @FunctionalInterface
    interface Unpacker {
        /// @return a folder with their files and the libraries that they need, not to be written to; empty where that
        ///     did not work
        Optional<Path> unpack(String release, List<String> packages);
    }

    /// @param folders where programs are looked for, in order
    /// @param installer asked once for a program that is not there
    /// @param unpacker asked for packages that are not to be installed
    /// @param required programs, and packages that are not to be installed, without which a test fails rather than
    ///     aborts
    RealServer(List<Path> folders, Installer installer, Unpacker unpacker, Set<String> required) {
        this.folders = List.copyOf(folders);
        this.installer = installer;
        this.unpacker = unpacker;
        this.required = Set.copyOf(required);
    }

    /// Finds a program; as root on Debian, installs its package where it is missing.
    ///
    /// @param program its file name, such as `unbound`, `named` or `posttls-finger`; of a file of data, its whole
    ///     path
    /// @return its path
    /// @throws TestAbortedException if it is not to be had here, with a sentence that names the package
    /// @throws AssertionFailedError with the same sentence, if the program is among those in `-Dmxcensus.require=…`
    /// @throws IllegalArgumentException if the table above does not know the program
    public static Path require(String program) {
        return OF_THIS_MACHINE.get(program);
    }

    /// Unpacks packages beside what is installed: those that would drive out others (Debian has one mail server at a
    /// time), and those of another release. Needs root, as the programs run in a root file system of their own.
    ///
    /// @param folder takes their files; it is not there yet
    /// @param release such as `trixie`
    /// @throws TestAbortedException if they are not to be had here, with a sentence that names them
    /// @throws AssertionFailedError with the same sentence, if one is among those in `-Dmxcensus.require=…`
    public static DebianRoot unpack(Path folder, String release, String... packages) {
        return DebianRoot.copy(OF_THIS_MACHINE.beside(release, List.of(packages)), folder);
    }

    Path beside(String release, List<String> packages) {
        return unpacker.unpack(release, packages)
                .orElseThrow(() -> missing(
                        packages,
                        "%s of Debian %s cannot be unpacked on this machine: that takes root, apt-get and a mirror"
                                .formatted(String.join(" and ", packages), release)));
    }

    Path get(String program) {
        String debianPackage = Optional.ofNullable(PACKAGES.get(program))
                .orElseThrow(() -> new IllegalArgumentException("no package is known for " + program));
        return find(program)
                .or(() -> {
                    installer.install(debianPackage);
                    return find(program);
                })
                .orElseThrow(() -> missing(program, debianPackage));
    }

    private Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(program.startsWith("/") ? Files::isReadable : Files::isExecutable)
                .findFirst();
    }

    private RuntimeException missing(String program, String debianPackage) {
        return missing(
                List.of(program), program + " is not on this machine: install the Debian package " + debianPackage);
    }

    private RuntimeException missing(List<String> wanted, String sentence) {
        if (wanted.stream().anyMatch(required::contains)) {
            throw new AssertionFailedError(sentence + " (required by -Dmxcensus.require)");
        }
        return new TestAbortedException(sentence);
    }
}
