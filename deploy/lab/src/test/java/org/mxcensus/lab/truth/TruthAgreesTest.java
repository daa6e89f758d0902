package org.mxcensus.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.lab.client.Asking.ask;
import static org.mxcensus.lab.client.Asking.isAuthentic;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.client.BoringHandshake;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The servers of the world with every fixture do what its truth says: an independent, simple client meets them all.
class TruthAgreesTest {

    private static final int IMPATIENT_MILLIS = 150;
    private static final int PATIENT_MILLIS = 20_000;
    private static final int LONGEST_CHAIN = 1280 * 1024;

    private static Lab lab;
    private static Truth truth;

    @BeforeAll
    static void start() {
        lab = Lab.start(World.everyFixture(), LabOptions.defaults());
        truth = lab.truthAtFirst();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void everyDomainAnswersAsItsTruthSays() {
        SoftAssertions softly = new SoftAssertions();
        Asking asking = new Asking(lab);
        truth.domains().values().stream()
                .filter(domain -> !List.of("TIMEOUT", "MALFORMED").contains(domain.mxFailure()))
                .forEach(domain -> {
                    Message response = ask(asking.stub(), domain.domain() + ".", Type.MX);
                    softly.assertThat(status(response)).as(domain.domain()).isEqualTo(expectedStatus(domain));
                    if (domain.mxFailure().isEmpty()) {
                        softly.assertThat(isAuthentic(response))
                                .as(domain.domain())
                                .isEqualTo(domain.mxSecurity().equals("SECURE"));
                        softly.assertThat(response.getSection(Section.ANSWER).stream()
                                        .filter(record -> record.getType() == Type.MX)
                                        .map(Record::rdataToString))
                                .as(domain.domain())
                                .containsExactlyInAnyOrderElementsOf(domain.mx().stream()
                                        .map(mx -> mx.endsWith(".") ? mx : mx + ".")
                                        .toList());
                    }
                });
        softly.assertAll();
    }

    @Test
    void everyAddressTalksAsItsTruthSays() {
        SoftAssertions softly = new SoftAssertions();
        truth.addresses()
                .forEach(address -> softly.assertThat(outcome(address))
                        .as(address.host() + " at " + address.ip())
                        .isEqualTo(address.outcome()
                                + ' '
                                + address.cause()
                                + ' '
                                + address.tls()
                                + ' '
                                + address.certificateTrusted()
                                + ' '
                                + address.certificateName()));
        assertThat(truth.addresses().count()).isGreaterThan(100);
        softly.assertAll();
    }

    private static String status(Message response) {
        return switch (response.getRcode()) {
            case Rcode.NOERROR -> response.getSection(Section.ANSWER).isEmpty() ? "NO_DATA" : "FOUND";
            case Rcode.NXDOMAIN -> "NXDOMAIN";
            default -> Rcode.string(response.getRcode());
        };
    }

    private static String expectedStatus(DomainTruth domain) {
        return switch (domain.mxStatus()) {
            case "HOSTS", "NULL_MX", "NULL_MX_MIXED" -> "FOUND";
            case "IMPLICIT", "NO_MAIL" -> "NO_DATA";
            case "NXDOMAIN" -> "NXDOMAIN";
            default -> domain.mxFailure().equals("REFUSED") ? "REFUSED" : "SERVFAIL";
        };
    }

    /// What the client found out: outcome, cause, TLS version, whether the chain is trusted, whether the name is
    /// right.
    private static String outcome(AddressTruth address) {
        try (Conversation talk = new Conversation(address.ip(), lab.smtpPort())) {
            // Only with those that are said to be silent there is no use in waiting.
            talk.patience(address.cause().equals("TIMED_OUT") ? IMPATIENT_MILLIS : PATIENT_MILLIS);
            return met(talk, address);
        } catch (ConnectException refused) {
            return "NOT_CONNECTED REFUSED   ";
        } catch (SocketException reset) {
            // It came before the connection was even known to stand.
            return "NOT_CONNECTED RESET   ";
        } catch (Exception other) {
            return other.toString();
        }
    }

    private static String met(Conversation talk, AddressTruth address) throws Exception {
        try {
            String greeting = talk.hear();
            return switch (greeting.length() < 3 ? greeting : greeting.substring(0, 3)) {
                case "220" -> afterGreeting(talk, address);
                case "421" -> "DEFERRED    ";
                case "554" -> "BLOCKED    ";
                case "521" -> "NO_SERVICE    ";
                default -> "PROTOCOL_ERROR SYNTAX   ";
            };
        } catch (Conversation.Ended ended) {
            return brokenOff(talk, "CLOSED");
        } catch (Conversation.Endless endless) {
            return brokenOff(talk, "TOO_LONG");
        } catch (SocketTimeoutException silent) {
            return brokenOff(talk, "TIMED_OUT");
        } catch (SocketException reset) {
            return brokenOff(talk, "RESET");
        }
    }

    private static String brokenOff(Conversation talk, String how) {
        return (talk.hasHeard() ? "PROTOCOL_ERROR " : "NOT_CONNECTED ") + how + "   ";
    }

    private static String afterGreeting(Conversation talk, AddressTruth address) throws Exception {
        String ehlo = talk.say("EHLO census.example");
        if (ehlo.startsWith("4")) {
            return "DEFERRED    ";
        }
        if (ehlo.startsWith("554")) {
            return "BLOCKED    ";
        }
        if (ehlo.startsWith("521")) {
            return "NO_SERVICE    ";
        }
        if (ehlo.startsWith("5")) {
            return talk.say("HELO census.example").startsWith("250") ? "STARTTLS_NOT_OFFERED    " : "EHLO_REJECTED    ";
        }
        if (!ehlo.toUpperCase(Locale.ROOT).contains("STARTTLS")) {
            return "STARTTLS_NOT_OFFERED    ";
        }
        if (!talk.say("STARTTLS").startsWith("220")) {
            return "STARTTLS_REFUSED    ";
        }
        return handshake(talk, address);
    }

    private static String handshake(Conversation talk, AddressTruth address) throws Exception {
        HostTruth host = truth.host(address.host());
        String sni = host.tlsaStatus().equals("FOUND") ? host.tlsaBase() : address.host();
        BoringHandshake.Seen seen;
        try {
            seen = talk.handshakeWithin(LONGEST_CHAIN, sni);
        } catch (SocketTimeoutException silent) {
            return "HANDSHAKE_FAILED TIMED_OUT   ";
        } catch (SocketException reset) {
            return "HANDSHAKE_FAILED RESET   ";
        } catch (BoringHandshake.Alerted alerted) {
            return "HANDSHAKE_FAILED " + (alerted.isError() ? "ALERT" : "CLOSED") + "   ";
        } catch (SSLException failure) {
            return "HANDSHAKE_FAILED PROTOCOL   ";
        } catch (IOException closed) {
            return "HANDSHAKE_FAILED CLOSED   ";
        }
        return "TLS_ESTABLISHED  " + seen.version() + ' '
                + (Conversation.isTrusted(seen.chain(), lab.caPem()) ? "YES" : "NO") + ' '
                + (Conversation.isFor(seen.chain().getFirst(), address.host()) ? "YES" : "NO");
    }
}
