package org.mxcensus.crawler.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.store.Manifests;

/// What a line of a scan comes to.
sealed interface ScanLine {

    /// An address of an MX host was looked at.
    ///
    /// @param certificates as they were sent
    record Seen(SmtpObservation seen, List<CertificateObservation> certificates) implements ScanLine {
        public Seen {
            certificates = List.copyOf(certificates);
        }
    }

    /// Something else.
    record Malformed(String reason) implements ScanLine {}

    /// Reads a line of zgrab2.
    static ScanLine parse(String line) {
        try {
            @Nullable Grab grab = Manifests.JSON.readValue(line, Grab.class);
            return grab == null ? new Malformed("no line of zgrab2") : of(grab);
        } catch (JsonProcessingException e) {
            return new Malformed("no line of zgrab2: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static ScanLine of(Grab grab) {
        Grab.@Nullable Module smtp = grab.data() == null ? null : grab.data().smtp();
        if (smtp == null) {
            return new Malformed("no data.smtp");
        }
        if (smtp.result() != null && smtp.result().implicitTls()) {
            return new Malformed("TLS from the start (--smtps) is no relaying of mail");
        }
        if (grab.domain() == null || grab.domain().isEmpty()) {
            return new Malformed("no domain: scan with `address, name of the MX host` a line");
        }
        if (grab.ip() == null || grab.ip().isEmpty()) {
            return new Malformed("no ip: scan with `address, name of the MX host` a line");
        }
        return switch (DomainNames.normalize(grab.domain())) {
            case NameOutcome.Invalid(String reason) -> new Malformed("the domain: " + reason);
            case NameOutcome.Name(String host) -> of(host, grab.ip(), smtp);
        };
    }

    private static ScanLine of(String host, String ip, Grab.Module smtp) {
        try {
            String address = Literal.text(Literal.address(ip));
            Instant at = OffsetDateTime.parse(String.valueOf(smtp.timestamp())).toInstant();
            GrabbedDialogue dialogue = GrabbedDialogue.of(smtp);
            return new Seen(
                    SmtpObservation.first(host, address, at, host, dialogue.outcome(), dialogue.said(), 0, 0, 0),
                    dialogue.certificates());
        } catch (IllegalArgumentException e) {
            return new Malformed("the ip: " + e.getMessage());
        } catch (DateTimeException e) {
            return new Malformed("the timestamp: " + e.getMessage());
        }
    }
}
