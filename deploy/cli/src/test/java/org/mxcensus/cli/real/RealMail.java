package org.mxcensus.cli.real;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mxcensus.ledger.Daemon;

/// The mail hosts of a world, shared out among programs in turn.
final class RealMail implements AutoCloseable {

    private final List<Daemon> daemons = new ArrayList<>();

    private RealMail() {}

    static RealMail start(Path folder, List<MailHost> hosts) {
        RealMail mail = new RealMail();
        try {
            shares(hosts)
                    .forEach((software, own) -> mail.daemons.add(
                            software.start(folder.resolve(software.name().toLowerCase(Locale.ROOT)), own)));
            return mail;
        } catch (RuntimeException failure) {
            mail.close();
            throw failure;
        }
    }

    private static Map<MailSoftware, List<MailHost>> shares(List<MailHost> hosts) {
        Map<MailSoftware, List<MailHost>> shares = new EnumMap<>(MailSoftware.class);
        int turn = 0;
        for (MailHost host : hosts) {
            MailSoftware software;
            do {
                software = MailSoftware.values()[turn++ % MailSoftware.values().length];
            } while (!software.canBe(host));
            shares.computeIfAbsent(software, _ -> new ArrayList<>()).add(host);
        }
        return shares;
    }

    @Override
    public void close() {
        daemons.reversed().forEach(Daemon::close);
        daemons.clear();
    }
}
