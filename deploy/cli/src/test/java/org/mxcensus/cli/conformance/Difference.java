package org.mxcensus.cli.conformance;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mxcensus.analyzer.conformance.DaneAnswer;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;

/// A difference between Postfix and us that has a reason.
///
/// @param reason with the section
/// @param explains whether it is the reason of what was found
record Difference(String reason, Predicate<Difference.Found> explains) {

    private static final Difference RETURNED = new Difference(
            "Postfix takes the 5yz to STARTTLS for the last word (RFC 5321 §4.2.1) and returns the mail, where"
                    + " RFC 7672 §2.2 has it wait; either way it is not delivered",
            found -> found.fate() == Fate.RETURNED && found.ours().cause() == DaneCause.STARTTLS_REFUSED);

    private static final Difference LOOKUP_OF_ANY_KIND = new Difference(
            "Postfix defers whatever the reason of its resolver's failure (RFC 7672 §2.1.2); whether the resolvers of"
                    + " others fail too we can tell of SERVFAIL and bogus answers only",
            found -> found.fate() == Fate.DEFERRED
                    && found.finger() == FingerVerdict.LOOKUP_FAILED
                    && found.ours().hostVerdict() == DaneStatus.LOOKUP_FAILED
                    && found.ours().postfixSender() == SenderOutcome.UNMEASURED);

    private static final Difference NO_CERTIFICATE = new Difference(
            "Postfix offers no suite without certificates where it is to verify one (RFC 7672 §3.1), so its handshake"
                    + " fails; the mail waits either way",
            found -> found.finger() == FingerVerdict.HANDSHAKE_FAILED
                    && found.ours().cause() == DaneCause.NO_CERTIFICATE
                    && found.sendersAgree());

    private static final List<Difference> KNOWN = List.of(RETURNED, LOOKUP_OF_ANY_KIND, NO_CERTIFICATE);

    /// A case, judged by us and by Postfix.
    record Found(DaneCase given, DaneAnswer ours, FingerVerdict finger, Fate fate) {

        boolean agree() {
            return verdict() == finger.means() && sendersAgree();
        }

        /// Where the MX records are insecure Postfix looks for TLSA records all the same, as our verdicts on hosts do.
        private DaneStatus verdict() {
            return given.mxSecurity() == Security.SECURE ? ours.domainVerdict() : ours.hostVerdict();
        }

        boolean sendersAgree() {
            boolean secure = given.mxSecurity() == Security.SECURE;
            return fate != Fate.RETURNED
                    && ours.postfixSender() == fate.outcome()
                    && (!secure || ours.daneSender() == fate.outcome());
        }

        /// For the suite: empty where we agree.
        Optional<String> difference() {
            return agree()
                    ? Optional.empty()
                    : Optional.of(KNOWN.stream()
                            .filter(difference -> difference.explains.test(this))
                            .map(difference -> difference.reason)
                            .findFirst()
                            .orElse("unexplained: " + finger + " and " + fate + " where we say " + verdict() + ", "
                                    + ours.daneSender() + " and " + ours.postfixSender()));
        }
    }
}
