package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mxcensus.analyzer.provider.Shown;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;

/// The names that a mail server gives itself.
///
/// @param chains tells whether a certificate leads to a trusted root
record OwnNames(Chains chains, Certificates certificates) {
    private static final Pattern SPELT_ADDRESS = Pattern.compile("\\d{1,3}([.-])\\d{1,3}\\1\\d{1,3}");

    Shown of(SmtpObservation seen) {
        return new Shown(certified(seen), spoken(seen.dialogue()));
    }

    private List<String> certified(SmtpObservation seen) {
        if (!(Connection.of(seen) instanceof Connection.Tls tls)) {
            return List.of();
        }
        Chains.Judged judged = chains.judge(tls.session().chain(), certificates, seen.observedAt());
        return judged.trust() instanceof Trust.Trusted ? judged.leaf().dnsNames() : List.of();
    }

    /// RFC 5321 §4.2: the greeting begins with the name of the host. A name that spells an address, such as
    /// `host-192-0-2-1.example.net`, is what a network calls whatever machine a customer has there.
    private static List<String> spoken(SmtpDialogue dialogue) {
        return Stream.of(dialogue.banner(), dialogue.ehloName(), dialogue.ehloNameAfterTls())
                .map(said -> said.strip().split("\\s", 2)[0])
                .filter(word -> word.indexOf('.') > 0)
                .filter(word -> !SPELT_ADDRESS.matcher(word).find())
                .distinct()
                .toList();
    }
}
