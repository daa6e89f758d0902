package org.mxcensus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealServerTest {

    private final List<String> installed = new ArrayList<>();

    @TempDir
    Path bin;

    @TempDir
    Path sbin;

    @Test
    void aProgramThatIsThereIsFoundAndNothingIsInstalled() {
        Path named = program(sbin, "named");

        assertThat(servers(Set.of()).get("named")).isEqualTo(named);
        assertThat(installed).isEmpty();
    }

    @Test
    void aFileThatCannotBeRunIsNotAProgram() throws IOException {
        Files.createFile(bin.resolve("named"));
        Path named = program(sbin, "named");

        assertThat(servers(Set.of()).get("named")).isEqualTo(named);
    }

    @Test
    void aMissingProgramComesWithItsPackage() {
        RealServer servers = new RealServer(
                List.of(bin, sbin),
                debianPackage -> {
                    installed.add(debianPackage);
                    program(sbin, "posttls-finger");
                },
                (release, packages) -> Optional.empty(),
                Set.of());

        assertThat(servers.get("posttls-finger")).isEqualTo(sbin.resolve("posttls-finger"));
        assertThat(installed).containsExactly("postfix");
    }

    @Test
    void whereItCannotBeHadTheTestAbortsAndSaysWhatToInstall() {
        assertThatThrownBy(() -> servers(Set.of("unbound")).get("named"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("named is not on this machine: install the Debian package bind9");
        assertThat(installed).containsExactly("bind9");
    }

    @Test
    void whereItIsRequiredTheTestFails() {
        assertThatThrownBy(() -> servers(Set.of("named")).get("named"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("named is not on this machine: install the Debian package bind9"
                        + " (required by -Dmxcensus.require)");
    }

    @Test
    void aProgramThatNobodyKnowsIsABug() {
        assertThatThrownBy(() -> servers(Set.of()).get("sendmail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no package is known for sendmail");
    }

    @Test
    void whatIsNotToBeInstalledIsUnpackedBeside() {
        RealServer servers = new RealServer(
                List.of(bin, sbin),
                installed::add,
                (release, packages) -> Optional.of(bin.resolve(release + packages)),
                Set.of());

        assertThat(servers.beside("trixie", List.of("opensmtpd"))).isEqualTo(bin.resolve("trixie[opensmtpd]"));
        assertThat(installed).isEmpty();
    }

    @Test
    void whereItCannotBeUnpackedTheTestAbortsAndSaysWhatItTakes() {
        assertThatThrownBy(() -> servers(Set.of("exim4")).beside("trixie", List.of("postfix", "openssl")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("postfix and openssl of Debian trixie cannot be unpacked on this machine:"
                        + " that takes root, apt-get and a mirror");
    }

    @Test
    void whereItIsRequiredToBeUnpackedTheTestFails() {
        assertThatThrownBy(() -> servers(Set.of("opensmtpd")).beside("trixie", List.of("opensmtpd")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageEndingWith("a mirror (required by -Dmxcensus.require)");
    }

    private RealServer servers(Set<String> required) {
        return new RealServer(List.of(bin, sbin), installed::add, (release, packages) -> Optional.empty(), required);
    }

    private static Path program(Path folder, String name) {
        try {
            return Files.createFile(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
