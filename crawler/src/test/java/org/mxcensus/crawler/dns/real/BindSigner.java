package org.mxcensus.crawler.dns.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Signs zone files with BIND's tools: one key for the keys, one for the rest.
final class BindSigner implements FileSigner {

    private static final Tool KEYGEN = new Tool("dnssec-keygen");
    private static final Tool SIGNZONE = new Tool("dnssec-signzone");

    @Override
    public Signed sign(Zone zone, Path folder) {
        Path file = NameServer.write(folder.resolve("unsigned"), zone.text());
        String algorithm = zone.algorithm().name();
        KEYGEN.run(folder, "-q", "-a", algorithm, "-f", "KSK", zone.name());
        KEYGEN.run(folder, "-q", "-a", algorithm, zone.name());
        // All in one line each; a broken zone is not verified afterwards.
        List<String> sign = new ArrayList<>(List.of("-q", "-S", "-P", "-O", "full", "-f", "signed", "-o", zone.name()));
        switch (zone.denial()) {
            case NSEC -> {}
            case NSEC3 -> sign.addAll(List.of("-3", "beef", "-H", "0"));
            case OPT_OUT -> sign.addAll(List.of("-3", "-", "-H", "0", "-A"));
        }
        Validity validity = Validity.of(zone.fault());
        sign.addAll(List.of("-s", validity.from(), "-e", validity.to(), file.toString()));
        SIGNZONE.run(folder, sign.toArray(String[]::new));
        try {
            return new Signed(
                    Files.readAllLines(folder.resolve("signed")),
                    Tool.ds(Files.lines(folder.resolve("dsset-" + zone.name() + "."))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
