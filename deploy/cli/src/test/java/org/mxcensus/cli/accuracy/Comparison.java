package org.mxcensus.cli.accuracy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.SenderTruth;
import org.mxcensus.lab.truth.Truth;

/// What was judged beside what is true.
final class Comparison {

    private static final Pattern LINE = Pattern.compile("line (\\d+):.*");
    private static final String UNMEASURED = "UNMEASURED";

    private final Truth truth;
    private final Map<String, HostVerdictRow> addresses;
    private final Map<String, DomainVerdictRow> domains;

    Comparison(Truth truth, List<HostVerdictRow> addresses, List<DomainVerdictRow> domains) {
        this.truth = truth;
        this.addresses =
                addresses.stream().collect(Collectors.toMap(row -> row.host() + ' ' + row.ip(), Function.identity()));
        this.domains = domains.stream().collect(Collectors.toMap(DomainVerdictRow::domain, Function.identity()));
    }

    /// Of these all must be right.
    List<ConfusionMatrix> verdicts() {
        return List.of(
                domains("accepts mail (MX)", domain -> Said.of(mail(domain)), row -> Said.of(row.mail())),
                domains("DNSSEC of the MX answer", domain -> Said.of(dnssec(domain)), row -> Said.of(row.dnssec())),
                addresses(
                        "STARTTLS at an address",
                        address -> Said.of(address.starttls()),
                        row -> Said.of(row.starttls())),
                addresses(
                        "chain to a trusted root (PKIX)",
                        address -> Said.of(ofSession(address, address.certificateTrusted())),
                        row -> Said.of(row.certificateTrusted())),
                addresses(
                        "certificate for the host (PKIX)",
                        address -> Said.of(ofSession(address, address.certificateName())),
                        row -> Said.of(row.certificateName())),
                addresses("DANE at an address", address -> Said.ofDane(address.dane()), row -> Said.ofDane(row.dane())),
                domains("DANE of a domain", domain -> Said.ofDane(domain.dane()), row -> Said.ofDane(row.dane())),
                domains("MTA-STS", domain -> Said.of(domain.mtaSts()), row -> Said.of(row.mtaSts())),
                domains("TLSRPT", domain -> Said.of(tlsrpt(domain)), row -> Said.of(row.tlsrpt())),
                senders("opportunistic sender", SenderTruth::opportunistic, Deliveries::opportunistic),
                senders("sender with DANE", SenderTruth::dane, Deliveries::dane),
                senders("Postfix", SenderTruth::postfix, Deliveries::postfix),
                senders("sender with MTA-STS", SenderTruth::mtaSts, Deliveries::mtaSts),
                senders("sender with MTA-STS and a cache", SenderTruth::mtaStsWarm, Deliveries::mtaStsWarm),
                senders("sender with both", SenderTruth::both, Deliveries::both));
    }

    /// Of these nearly all.
    List<ConfusionMatrix> causes() {
        return List.of(
                addresses(
                        "cause of DANE at an address",
                        address -> Said.of(address.daneCause()),
                        row -> Said.because(row.dane(), row.daneCause())),
                domains(
                        "cause of DANE of a domain",
                        domain -> Said.of(domain.daneCause()),
                        row -> Said.because(row.dane(), row.daneCause())),
                domains(
                        "cause of MTA-STS",
                        domain -> Said.of(domain.stsCause()),
                        row -> Said.because(row.mtaSts(), row.mtaStsCause())),
                domains(
                        "wrong lines of a policy",
                        domain -> Said.of(lines(domain.stsFaults())),
                        row -> Said.because(row.mtaSts(), lines(row))),
                domains(
                        "status of a policy host",
                        domain -> Said.of(status(domain)),
                        row -> Said.because(row.mtaSts(), status(row))));
    }

    private ConfusionMatrix addresses(
            String what, Function<AddressTruth, Said> truly, Function<HostVerdictRow, Said> judged) {
        ConfusionMatrix matrix = new ConfusionMatrix(what);
        truth.addresses().forEach(address -> {
            String who = address.host() + ' ' + address.ip();
            @Nullable HostVerdictRow row = addresses.get(who);
            matrix.add(who, truly.apply(address), row == null ? Said.NOTHING : judged.apply(row));
        });
        return matrix;
    }

    private ConfusionMatrix domains(
            String what, Function<DomainTruth, Said> truly, Function<DomainVerdictRow, Said> judged) {
        ConfusionMatrix matrix = new ConfusionMatrix(what);
        truth.domains().values().forEach(domain -> {
            @Nullable DomainVerdictRow row = domains.get(domain.domain());
            matrix.add(
                    domain.domain() + ' ' + domain.mx(),
                    truly.apply(domain),
                    row == null ? Said.NOTHING : judged.apply(row));
        });
        return matrix;
    }

    private ConfusionMatrix senders(
            String what, Function<SenderTruth, SenderOutcome> truly, Function<Deliveries, Delivery> judged) {
        return domains(
                what,
                domain -> Said.of(truly.apply(domain.senders())),
                row -> Said.of(judged.apply(row.deliveries()).outcome()));
    }

    private static String mail(DomainTruth domain) {
        return switch (domain.mxStatus()) {
            case UNMEASURED -> UNMEASURED;
            default -> acceptsMail(domain) ? "YES" : "NO";
        };
    }

    private static String dnssec(DomainTruth domain) {
        return switch (domain.mxSecurity()) {
            case "SECURE" -> "YES";
            case "INSECURE" -> "NO";
            default -> UNMEASURED;
        };
    }

    /// What only a session shows.
    private static String ofSession(AddressTruth address, String shown) {
        return address.starttls().equals(UNMEASURED) ? UNMEASURED : shown;
    }

    /// RFC 8460 §3: one record that is valid, or none.
    private static String tlsrpt(DomainTruth domain) {
        if (!acceptsMail(domain)) {
            // Whoever accepts no mail gets no reports about it.
            return "";
        }
        return switch (domain.tlsrpt()) {
            case "VALID" -> "YES";
            case UNMEASURED -> UNMEASURED;
            default -> "NO";
        };
    }

    private static boolean acceptsMail(DomainTruth domain) {
        return List.of("HOSTS", "IMPLICIT", "NULL_MX_MIXED", "UNMEASURED").contains(domain.mxStatus());
    }

    private static String lines(List<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String lines(DomainVerdictRow row) {
        return lines(row.mtaStsFaults().stream().map(Comparison::line).toList());
    }

    /// What is missing has no line.
    private static int line(String fault) {
        Matcher line = LINE.matcher(fault);
        return line.matches() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static String status(DomainTruth domain) {
        return domain.mtaSts().equals("BROKEN") ? domain.stsDetail() : "";
    }

    private static String status(DomainVerdictRow row) {
        return Stream.of("301", "404", "500")
                .filter(Objects.toString(row.mtaStsDetail(), "")::contains)
                .findFirst()
                .orElse("");
    }
}
