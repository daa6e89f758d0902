package org.mxcensus.crawler.preflight;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;

/// Whether mail servers can be reached. Many networks let nothing out to port 25; from there every server seems dead.
final class PortJudge {
    private static final String UNBLOCK =
            "Ask whoever runs your network to let connections out to port 25, or measure from another place.";
    private static final String NAME_ONE =
            "Name a mail server that greets you (your own, or one whose operator agrees) with --control-host.";

    private PortJudge() {}

    /// Nobody to call at.
    static Finding without() {
        return Finding.unknown(Check.PORT, "No control host was named, so none was called at.", NAME_ONE);
    }

    /// Nobody to call at, for the host's addresses are not known.
    ///
    /// @param why behind the host's name in a sentence
    static Finding unfound(String host, String why) {
        return Finding.unknown(Check.PORT, "The control host %s %s.".formatted(host, why), NAME_ONE);
    }

    /// @param calls one for each address of the host that we have a way to; at least one
    static Finding judge(String host, List<SmtpObservation> calls) {
        Result result = Result.PASSED;
        List<String> good = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (SmtpObservation call : calls) {
            Result one = result(call.outcome());
            result = result.and(one);
            (one == Result.PASSED ? good : doubts).add(call.ip() + what(call.outcome()));
        }
        return switch (result) {
            case PASSED -> Finding.passed(Check.PORT, "%s greets at %s.".formatted(host, ips(calls)));
            case FAILED -> Finding.failed(Check.PORT, sentence(host, good, doubts), UNBLOCK + " " + NAME_ONE);
            case COULD_NOT_TELL -> Finding.unknown(Check.PORT, sentence(host, good, doubts), NAME_ONE);
        };
    }

    /// A control host is one that is known to greet, so not to reach it is our failure.
    private static Result result(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.NotConnected not ->
                not.stage() == SmtpStage.CONNECT ? Result.FAILED : Result.COULD_NOT_TELL;
            // Somebody speaks there, but turns us away: the port is open, and we are not welcome.
            case SmtpOutcome.Blocked _ -> Result.FAILED;
            case SmtpOutcome.Deferred _,
                    SmtpOutcome.NoService _,
                    SmtpOutcome.NotAttempted _,
                    SmtpOutcome.NotTold _,
                    SmtpOutcome.InternalError _ -> Result.COULD_NOT_TELL;
            case SmtpOutcome.ProtocolError error ->
                error.stage() == SmtpStage.GREETING ? Result.COULD_NOT_TELL : Result.PASSED;
            case SmtpOutcome.EhloRejected _,
                    SmtpOutcome.StartTlsNotOffered _,
                    SmtpOutcome.StartTlsRefused _,
                    SmtpOutcome.HandshakeFailed _,
                    SmtpOutcome.TlsEstablished _ -> Result.PASSED;
        };
    }

    private static String what(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.NotConnected not ->
                not.stage() == SmtpStage.CONNECT
                        ? " cannot be reached (" + not.cause() + ")"
                        : " takes the connection and does not greet (" + not.cause() + ")";
            case SmtpOutcome.Blocked blocked ->
                " turns us away (" + blocked.reply().text() + ")";
            case SmtpOutcome.Deferred deferred ->
                " says \"later\" (" + deferred.reply().text() + ")";
            case SmtpOutcome.NoService _ -> " takes no mail";
            case SmtpOutcome.NotAttempted not -> " was not called at" + why(not.reason());
            case SmtpOutcome.NotTold not -> " does not tell (" + not.detail() + ")";
            case SmtpOutcome.InternalError error -> " was not called at, by a bug (" + error.detail() + ")";
            case SmtpOutcome.ProtocolError error
            when error.stage() == SmtpStage.GREETING -> " does not speak SMTP (" + error.cause() + ")";
            case SmtpOutcome.ProtocolError _,
                    SmtpOutcome.EhloRejected _,
                    SmtpOutcome.StartTlsNotOffered _,
                    SmtpOutcome.StartTlsRefused _,
                    SmtpOutcome.HandshakeFailed _,
                    SmtpOutcome.TlsEstablished _ -> " greets";
        };
    }

    private static String why(Abstention reason) {
        return switch (reason) {
            case RESERVED_ADDRESS -> ", since it is no address of the internet";
            case PUBLIC_ADDRESS -> ", since it is an address of the internet and this is a lab";
            case OPTED_OUT, BUDGET, DEADLINE -> " (" + reason + ")";
        };
    }

    private static String sentence(String host, List<String> good, List<String> doubts) {
        List<String> all = new ArrayList<>(doubts);
        all.addAll(good);
        return "Of the control host %s, %s.".formatted(host, String.join("; ", all));
    }

    private static String ips(List<SmtpObservation> calls) {
        return String.join(", ", calls.stream().map(SmtpObservation::ip).toList());
    }
}
