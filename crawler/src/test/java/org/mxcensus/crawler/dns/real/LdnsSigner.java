package org.mxcensus.crawler.dns.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Signs zone files with ldns, one key for all.
final class LdnsSigner implements FileSigner {

    private static final Tool KEYGEN = new Tool("ldns-keygen");
    private static final Tool SIGNZONE = new Tool("ldns-signzone");
    private static final Tool KEY2DS = new Tool("ldns-key2ds");

    @Override
    public Signed sign(Zone zone, Path folder) {
        Path file = NameServer.write(folder.resolve("unsigned"), zone.text());
        List<String> keygen =
                new ArrayList<>(List.of("-k", "-a", zone.algorithm().name()));
        if (zone.algorithm().isRsa()) {
            keygen.addAll(List.of("-b", zone.fault() == Fault.SHORT_KEY ? "768" : "2048"));
        }
        keygen.add(zone.name().isEmpty() ? "." : zone.name());
        String key = KEYGEN.run(folder, keygen.toArray(String[]::new)).getLast();
        List<String> sign = new ArrayList<>(List.of("-f", "signed", "-o", zone.name() + "."));
        switch (zone.denial()) {
            case NSEC -> {}
            case NSEC3 -> sign.addAll(List.of("-n", "-t", iterations(zone)));
            case OPT_OUT -> sign.addAll(List.of("-n", "-p", "-t", iterations(zone)));
        }
        Validity validity = Validity.of(zone.fault());
        sign.addAll(List.of("-i", validity.from(), "-e", validity.to(), file.toString(), key));
        SIGNZONE.run(folder, sign.toArray(String[]::new));
        try {
            return new Signed(Files.readAllLines(folder.resolve("signed")), ds(zone, folder, key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ds(Zone zone, Path folder, String key) throws IOException {
        boolean sha1 = zone.fault() == Fault.SHA1_DS || zone.fault() == Fault.SHA1_DS_BESIDE;
        return Tool.ds(
                sha1
                        ? KEY2DS.run(folder, "-n", "-1", key + ".key").stream()
                        : Files.readAllLines(folder.resolve(key + ".ds")).stream());
    }

    private static String iterations(Zone zone) {
        return zone.fault() == Fault.MANY_ITERATIONS ? "500" : "0";
    }
}
