package org.mxcensus.analyzer.remedy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// The repairs that a world calls for: each is made, and the judge judges again.
///
/// @param today the verdicts on all domains
record MendedWorld(ObservedWorld world, Deeds deeds, Map<String, DomainVerdictRow> today) {
    private static final Set<DaneStatus> BROKEN = EnumSet.of(
            DaneStatus.MISMATCH,
            DaneStatus.STARTTLS_MISSING,
            DaneStatus.HANDSHAKE_FAILED,
            DaneStatus.UNUSABLE,
            DaneStatus.LOOKUP_FAILED,
            DaneStatus.PARTIAL,
            DaneStatus.FAILS_SOMEWHERE);

    private record Fault(Party party, Cause cause) {}

    MendedWorld(ObservedWorld world) {
        this(world, new Deeds(world), new Deeds(world).judged(_ -> false, Lever.TLSA));
    }

    List<Repair> repairs() {
        return Stream.of(daneAtHosts(), unsigned(), stsAtHosts(), policies())
                .flatMap(List::stream)
                .sorted(Repair.ORDER)
                .toList();
    }

    // ---- DANE

    private List<Repair> daneAtHosts() {
        List<Repair> repairs = new ArrayList<>();
        atHosts(MendedWorld::dane).forEach((fault, hosts) -> {
            Map<String, DomainVerdictRow> after = deeds.mended(hosts);
            List<DomainVerdictRow> touched = touched(
                    hosts,
                    domain -> fault.cause() == DaneCause.SOME_HOSTS_WITHOUT
                            ? domain.dane() == DaneStatus.PARTIAL
                            : domain.dane() != null && BROKEN.contains(domain.dane()));
            List<Finding> answers = touched.stream()
                    .map(domain -> Objects.requireNonNull(
                            Objects.requireNonNull(after.get(domain.domain())).daneValid()))
                    .toList();
            repair(fault, hosts, touched, answers).ifPresent(repairs::add);
        });
        return repairs;
    }

    private static Optional<Cause> dane(ExchangeVerdictRow host) {
        return switch (host.dane()) {
            case null -> Optional.empty();
            case VALID, UNMEASURED -> Optional.empty();
            case NOT_DEPLOYED -> Optional.of(DaneCause.SOME_HOSTS_WITHOUT);
            default -> Optional.ofNullable(host.daneCause());
        };
    }

    private List<Repair> unsigned() {
        return today.values().stream()
                .filter(domain -> domain.dane() == DaneStatus.HOST_READY_DOMAIN_INSECURE)
                .filter(domain -> !world.operators(domain.domain()).isEmpty())
                .collect(groupingBy(domain -> String.join(" + ", world.operators(domain.domain()))))
                .entrySet()
                .stream()
                .flatMap(entry -> repair(
                        new Fault(new Party(Party.Kind.DNS_OPERATOR, entry.getKey()), DaneCause.MX_INSECURE),
                        List.of(),
                        entry.getValue(),
                        entry.getValue().stream().map(_ -> Finding.YES).toList())
                        .stream())
                .toList();
    }

    // ---- MTA-STS

    private static boolean isBroken(DomainVerdictRow domain) {
        return domain.mtaSts() == StsStatus.BROKEN
                || domain.mtaSts() == StsStatus.NOT_DEPLOYED && domain.mtaStsCause() != null;
    }

    private List<Repair> stsAtHosts() {
        List<Repair> repairs = new ArrayList<>();
        atHosts(MendedWorld::sts).forEach((fault, hosts) -> {
            Map<String, Set<StsStatus>> after = deeds.proven(hosts, (StsCause) fault.cause());
            List<DomainVerdictRow> touched = touched(hosts, MendedWorld::isBroken);
            List<Finding> answers = touched.stream()
                    .map(domain -> answer(Objects.requireNonNull(after.get(domain.domain()))))
                    .toList();
            repair(fault, hosts, touched, answers).ifPresent(repairs::add);
        });
        return repairs;
    }

    private static Optional<Cause> sts(ExchangeVerdictRow host) {
        if (host.starttls() == Finding.NO) {
            return Optional.of(StsCause.MX_WITHOUT_TLS);
        }
        return host.certificateTrusted() == Finding.NO || host.certificateName() == Finding.NO
                ? Optional.of(StsCause.MX_CERTIFICATE)
                : Optional.empty();
    }

    private List<Repair> policies() {
        return today.values().stream()
                .filter(MendedWorld::isBroken)
                .filter(domain -> domain.mtaStsCause() != StsCause.MX_WITHOUT_TLS
                        && domain.mtaStsCause() != StsCause.MX_CERTIFICATE)
                .collect(groupingBy(this::ofPolicy))
                .entrySet()
                .stream()
                .flatMap(entry -> repair(
                        entry.getKey(),
                        List.of(),
                        entry.getValue(),
                        entry.getValue().stream()
                                .map(domain -> answer(
                                        deeds.announced(domain.domain(), Objects.requireNonNull(domain.mtaStsCause()))))
                                .toList())
                        .stream())
                .toList();
    }

    private Fault ofPolicy(DomainVerdictRow verdict) {
        StsCause cause = Objects.requireNonNull(verdict.mtaStsCause());
        DomainObservation domain = Objects.requireNonNull(world.domains.get(verdict.domain()));
        boolean ofRecord = cause == StsCause.MULTIPLE_RECORDS || cause == StsCause.MALFORMED_RECORD;
        List<String> operators = world.operators(domain.domain());
        Party own = operators.isEmpty() || operators.equals(List.of(domain.domain()))
                ? new Party(Party.Kind.DOMAIN, domain.domain())
                : new Party(Party.Kind.CUSTOMERS, String.join(" + ", operators));
        return (ofRecord ? domain.stsAlias() : domain.policyAlias())
                .map(TestCrawl.PROVIDERS::ofHost)
                .filter(server -> !server.equals(domain.domain()))
                .map(server -> new Fault(new Party(Party.Kind.POLICY_HOST, server), cause))
                .orElse(new Fault(own, cause));
    }

    /// What the judge says in every world that is possible; else nobody can tell.
    private static Finding answer(Set<StsStatus> statuses) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        statuses.forEach(status -> findings.add(
                switch (status) {
                    case ENFORCING, TESTING -> Finding.YES;
                    case DISABLED, BROKEN, NOT_DEPLOYED -> Finding.NO;
                    case UNMEASURED -> Finding.UNMEASURED;
                }));
        return findings.size() == 1 ? findings.iterator().next() : Finding.UNMEASURED;
    }

    // ---- both

    /// The hosts at which a fault is, by whose it is to mend.
    private Map<Fault, List<String>> atHosts(Function<ExchangeVerdictRow, Optional<Cause>> cause) {
        return deeds.exchanges().stream()
                .filter(host -> cause.apply(host).isPresent())
                .collect(groupingBy(
                        host -> new Fault(
                                new Party(Party.Kind.PROVIDER, TestCrawl.PROVIDERS.ofHost(host.host())),
                                cause.apply(host).orElseThrow()),
                        mapping(ExchangeVerdictRow::host, toList())));
    }

    private List<DomainVerdictRow> touched(List<String> hosts, Predicate<DomainVerdictRow> broken) {
        return today.values().stream()
                .filter(domain -> domain.hosts().stream().anyMatch(hosts::contains))
                .filter(broken)
                .toList();
    }

    /// @param hosts that have the fault, whether a domain uses them or not
    private static Optional<Repair> repair(
            Fault fault, List<String> hosts, List<DomainVerdictRow> touched, List<Finding> answers) {
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        List<String> used = hosts.stream()
                .filter(host ->
                        touched.stream().anyMatch(domain -> domain.hosts().contains(host)))
                .toList();
        Collection<String> places =
                hosts.isEmpty() ? touched.stream().map(DomainVerdictRow::domain).toList() : used;
        return Optional.of(new Repair(
                fault.party(),
                fault.cause(),
                used.size(),
                places.stream().sorted().limit(3).toList(),
                touched.size(),
                answers.stream().filter(Finding.YES::equals).count(),
                answers.stream().filter(Finding.UNMEASURED::equals).count()));
    }
}
