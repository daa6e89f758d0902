package org.mxcensus.ledger;

import java.io.IOException;
import java.util.stream.Stream;

/// Installs Debian packages where that needs nobody's password: as root, with apt-get at hand. Elsewhere it does
/// nothing.
final class AptInstaller implements RealServer.Installer {

    @Override
    public void install(String debianPackage) {
        if (!AptGet.isAtHand()) {
            return;
        }
        AptGet.alone(() -> {
            if (!aptGet("install", "--no-install-recommends", debianPackage) && aptGet("update")) {
                aptGet("install", "--no-install-recommends", debianPackage);
            }
        });
    }

    private static boolean aptGet(String... arguments) throws IOException, InterruptedException {
        return AptGet.run(Stream.concat(
                        Stream.of(AptGet.PROGRAM.toString(), "-qq", "-y", "-o", "DPkg::Lock::Timeout=120"),
                        Stream.of(arguments))
                .toList());
    }
}
