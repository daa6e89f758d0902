package org.mxcensus.lab.generate;

import java.util.List;
import java.util.function.Predicate;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.HostTruth;
import org.mxcensus.lab.truth.Truth;

/// Adoption among the surveyed domains of a generated world in a month, by its truth.
final class Shares {

    private final GeneratedWorld world;
    private final Truth truth;

    Shares(GeneratedWorld world, int month) {
        this.world = world;
        this.truth = Truth.of(world.atMonth(month));
    }

    List<DomainTruth> domains() {
        return world.domains().stream().map(truth::domain).toList();
    }

    long count(Predicate<DomainTruth> test) {
        return domains().stream().filter(test).count();
    }

    /// Of all domains.
    double of(Predicate<DomainTruth> test) {
        return (double) count(test) / domains().size();
    }

    double unmeasured() {
        return of(domain ->
                domain.mxStatus().equals("UNMEASURED") || starttls(domain).equals("UNMEASURED"));
    }

    /// Of the measured domains with mail servers.
    double starttls() {
        List<String> answers = domains().stream()
                .map(this::starttls)
                .filter(answer -> answer.equals("YES") || answer.equals("NO"))
                .toList();
        return (double) answers.stream().filter("YES"::equals).count() / answers.size();
    }

    double tls13() {
        List<AddressTruth> tls =
                addresses().stream().filter(address -> !address.tls().isEmpty()).toList();
        return (double) tls.stream()
                        .filter(address -> address.tls().equals("TLSv1.3"))
                        .count()
                / tls.size();
    }

    private List<AddressTruth> addresses() {
        return domains().stream()
                .flatMap(domain -> hosts(domain).stream())
                .flatMap(host -> host.addresses().stream())
                .toList();
    }

    List<HostTruth> hosts(DomainTruth domain) {
        return switch (domain.mxStatus()) {
            case "IMPLICIT" -> List.of(truth.host(domain.domain()));
            case "HOSTS" ->
                domain.mx().stream().map(mx -> truth.host(mx.split(" ")[1])).toList();
            default -> List.of();
        };
    }

    private String starttls(DomainTruth domain) {
        List<String> answers = hosts(domain).stream()
                .flatMap(host -> host.addresses().stream())
                .map(AddressTruth::starttls)
                .toList();
        if (answers.isEmpty() || answers.contains("NO")) {
            return answers.isEmpty() ? "" : "NO";
        }
        return answers.contains("UNMEASURED") ? "UNMEASURED" : "YES";
    }
}
