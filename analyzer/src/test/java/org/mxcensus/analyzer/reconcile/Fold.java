package org.mxcensus.analyzer.reconcile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TlsaStatus;

/// What rules make of a domain, by a plain look at the rows: the second computation, which shares no code with the SQL.
record Fold(RandomEvidence evidence, Rules rules) {

    /// @param primary whether it is among the most preferred
    private record Host(String name, boolean primary) {}

    Outcome of(String domain) {
        DomainRow seen = evidence.domains.get(domain);
        DomainVerdictRow verdict = evidence.verdicts.get(domain);
        Optional<Domain> both =
                seen == null || verdict == null ? Optional.empty() : Optional.of(new Domain(seen, verdict));
        return switch (counted(domain, both)) {
            case NO -> Outcome.NOT_COUNTED;
            case UNMEASURED -> Outcome.UNMEASURED;
            case YES ->
                switch (rules.check() == Check.DELEGATION_SIGNED ? signed(domain) : passes(both)) {
                    case YES -> Outcome.YES;
                    case NO -> Outcome.NO;
                    case UNMEASURED -> Outcome.UNMEASURED;
                };
        };
    }

    private Finding counted(String domain, Optional<Domain> both) {
        if (rules.population() == Population.DELEGATED) {
            return signed(domain) == Finding.UNMEASURED ? Finding.UNMEASURED : Finding.YES;
        }
        return both.map(one -> switch (rules.population()) {
                    case DELEGATED -> throw new IllegalStateException();
                    case VALIDATED_MX -> one.verdict().dnssec();
                    case ACCEPTS_MAIL ->
                        one.verdict().mail() == Finding.YES && one.verdict().dane() == null
                                ? Finding.NO
                                : one.verdict().mail();
                    case NAMES_MX -> one.namesMx();
                    case PUBLISHES_TLSA ->
                        one.namesMx() == Finding.YES
                                ? there(one).map(host -> publishes(host.name())).reduce(Finding.NO, Finding::or)
                                : one.namesMx();
                })
                .orElse(Finding.UNMEASURED);
    }

    private Finding signed(String domain) {
        List<Boolean> told = evidence.frame.stream()
                .filter(row -> row.domain().equals(domain))
                .map(row -> row.delegationDs())
                .filter(Objects::nonNull)
                .toList();
        return told.isEmpty() ? Finding.UNMEASURED : Finding.of(told.contains(true));
    }

    private Finding passes(Optional<Domain> both) {
        if (both.isEmpty() || both.get().verdict().mail() == Finding.UNMEASURED) {
            return Finding.UNMEASURED;
        }
        DomainVerdictRow verdict = both.get().verdict();
        Finding passes = verdict.mail() == Finding.NO ? Finding.NO : hosts(both.get());
        if (rules.mxAnswer() == MxAnswer.SECURE && verdict.mail() == Finding.YES) {
            passes = passes.and(verdict.dnssec());
        }
        return passes;
    }

    private Finding hosts(Domain domain) {
        boolean onlyPrimary = rules.hosts() == Hosts.PRIMARY_ACCEPTING;
        List<Host> eligible =
                there(domain).filter(host -> host.primary() || !onlyPrimary).toList();
        List<Host> bound = eligible.stream()
                .filter(host -> must(host.name()) != Finding.NO)
                .toList();
        if (bound.isEmpty()) {
            boolean allFail = eligible.stream().allMatch(host -> passes(domain, host.name(), false) == Finding.NO);
            return allFail ? Finding.NO : Finding.UNMEASURED;
        }
        boolean reached = rules.hosts() == Hosts.ACCEPTING || onlyPrimary;
        return bound.stream()
                .map(host -> passes(domain, host.name(), reached)
                        .or(must(host.name()) == Finding.YES ? Finding.NO : Finding.UNMEASURED))
                .reduce(Finding.YES, Finding::and);
    }

    private Finding must(String host) {
        ExchangeVerdictRow exchange = evidence.exchanges.get(host);
        return switch (rules.hosts()) {
            case EVERY -> Finding.YES;
            case ACCEPTING, PRIMARY_ACCEPTING ->
                exchange == null ? Finding.UNMEASURED : Finding.of(exchange.measured() > 0);
            case PUBLISHING -> publishes(host);
        };
    }

    private Finding passes(Domain domain, String host, boolean reached) {
        return switch (rules.check()) {
            case DELEGATION_SIGNED -> throw new IllegalStateException();
            case TLSA_VALIDATED -> validated(host);
            case TLSA_ROLLOVER -> validated(host).and(rollover(host));
            case TLSA_MATCHES -> matches(domain, host, reached);
            case TLSA_AND_TLS -> matches(domain, host, reached).and(tls(host, reached));
        };
    }

    private Finding validated(String host) {
        ExchangeVerdictRow exchange = evidence.exchanges.get(host);
        return exchange == null ? Finding.UNMEASURED : told(exchange.daneDeployed());
    }

    private Finding rollover(String host) {
        HostRow row = evidence.hosts.get(host);
        if (row == null || row.tlsaStatus() == TlsaStatus.FAILED || !evidence.exchanges.containsKey(host)) {
            return Finding.UNMEASURED;
        }
        long leaves = row.tlsa().stream().filter(one -> one.usage() == 3).count();
        boolean anchor = row.tlsa().stream().anyMatch(one -> one.usage() == 2);
        return Finding.of(leaves >= 2 || (leaves == 1 && anchor));
    }

    private Finding publishes(String host) {
        HostRow row = evidence.hosts.get(host);
        if (row == null || !evidence.exchanges.containsKey(host)) {
            return Finding.UNMEASURED;
        }
        return switch (row.tlsaStatus()) {
            case FOUND, FOUND_INSECURE -> Finding.YES;
            case ABSENT -> Finding.NO;
            case FAILED -> Finding.UNMEASURED;
            case NOT_ASKED ->
                row.aStatus() == AnswerStatus.FAILED || row.aaaaStatus() == AnswerStatus.FAILED
                        ? Finding.UNMEASURED
                        : Finding.NO;
        };
    }

    private Finding matches(Domain domain, String host, boolean reached) {
        if (domain.isValid()) {
            return Finding.YES;
        }
        ExchangeVerdictRow exchange = evidence.exchanges.get(host);
        if (exchange == null) {
            return Finding.UNMEASURED;
        }
        if (!reached) {
            DaneStatus dane = Objects.requireNonNull(exchange.dane());
            if (dane == DaneStatus.FAILS_SOMEWHERE && !isOtherFault(exchange.daneCause())) {
                return matches(domain, DaneStatus.MISMATCH, null);
            }
            return dane == DaneStatus.PARTIAL && failsByNameAlone(host)
                    ? matches(domain, DaneStatus.MISMATCH, DaneCause.NAME)
                    : matches(domain, dane, exchange.daneCause());
        }
        List<HostVerdictRow> answers = answers(host);
        List<Finding> sure = answers.stream()
                .filter(row -> row.dane() != DaneStatus.MISMATCH || isOtherFault(row.daneCause()))
                .map(row -> matches(domain, row.dane(), row.daneCause()))
                .toList();
        // What the name decides comes after what it does not.
        if (answers.isEmpty() || sure.contains(Finding.NO)) {
            return answers.isEmpty() ? Finding.UNMEASURED : Finding.NO;
        }
        if (sure.contains(Finding.UNMEASURED)) {
            return Finding.UNMEASURED;
        }
        return answers.stream()
                .filter(row -> row.dane() == DaneStatus.MISMATCH)
                .sorted((one, other) -> Boolean.compare(one.daneCause() != null, other.daneCause() != null))
                .findFirst()
                .map(row -> matches(domain, row.dane(), row.daneCause()))
                .orElse(Finding.YES);
    }

    private boolean failsByNameAlone(String host) {
        List<HostVerdictRow> rows = evidence.addresses.stream()
                .filter(row -> row.host().equals(host))
                .toList();
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.dane() == DaneStatus.VALID
                                || (row.dane() == DaneStatus.MISMATCH && row.daneCause() == DaneCause.NAME));
    }

    private static boolean isOtherFault(@Nullable DaneCause cause) {
        return cause != null && cause != DaneCause.NAME;
    }

    private Finding matches(Domain domain, DaneStatus status, @Nullable DaneCause cause) {
        return switch (status) {
            case VALID -> Finding.YES;
            case LOOKUP_FAILED, UNMEASURED -> Finding.UNMEASURED;
            case MISMATCH -> {
                if (isOtherFault(cause)) {
                    yield Finding.NO;
                }
                if (rules.names() == Names.REFERENCE_IDENTIFIER) {
                    yield domain.isUntold() ? Finding.UNMEASURED : Finding.NO;
                }
                yield cause == null ? Finding.UNMEASURED : Finding.YES;
            }
            case STARTTLS_MISSING,
                    HANDSHAKE_FAILED,
                    UNUSABLE,
                    NOT_DEPLOYED,
                    PARTIAL,
                    FAILS_SOMEWHERE,
                    HOST_READY_DOMAIN_INSECURE -> Finding.NO;
        };
    }

    private Finding tls(String host, boolean reached) {
        ExchangeVerdictRow exchange = evidence.exchanges.get(host);
        if (exchange == null) {
            return Finding.UNMEASURED;
        }
        if (!reached) {
            return told(exchange.starttls()).and(told(exchange.tlsSound()));
        }
        return answers(host).stream()
                .map(row -> told(row.starttls()).and(sound(row.tlsGrade())))
                .reduce(Finding::and)
                .orElse(Finding.UNMEASURED);
    }

    private static Finding sound(@Nullable TlsGrade grade) {
        return switch (grade) {
            case null -> Finding.UNMEASURED;
            case MODERN, ADEQUATE -> Finding.YES;
            case DEPRECATED -> Finding.NO;
            case BROKEN, UNMEASURED -> Finding.UNMEASURED;
        };
    }

    private List<HostVerdictRow> answers(String host) {
        return evidence.addresses.stream()
                .filter(row -> row.host().equals(host))
                .filter(row -> row.starttls() == Finding.YES || row.starttls() == Finding.NO)
                .toList();
    }

    /// The hosts that have an address which takes mail, or of which nothing is known.
    private Stream<Host> there(Domain domain) {
        return domain.hosts().filter(host -> {
            ExchangeVerdictRow exchange = evidence.exchanges.get(host.name());
            return exchange == null || exchange.dane() != null;
        });
    }

    private static Finding told(@Nullable Finding finding) {
        return finding == null ? Finding.UNMEASURED : finding;
    }

    private record Domain(DomainRow seen, DomainVerdictRow verdict) {

        Finding namesMx() {
            return switch (seen.mxStatus()) {
                case HOSTS, NULL_MX_MIXED -> Finding.YES;
                case IMPLICIT, NULL_MX, NO_MAIL, NXDOMAIN -> Finding.NO;
                case UNMEASURED -> Finding.UNMEASURED;
            };
        }

        boolean isValid() {
            return verdict.dane() == DaneStatus.VALID || verdict.dane() == DaneStatus.HOST_READY_DOMAIN_INSECURE;
        }

        boolean isUntold() {
            return verdict.dane() == DaneStatus.UNMEASURED || verdict.dane() == DaneStatus.LOOKUP_FAILED;
        }

        Stream<Host> hosts() {
            if (seen.mxStatus() == MxStatus.IMPLICIT) {
                return Stream.of(new Host(seen.domain(), true));
            }
            if (namesMx() != Finding.YES) {
                return Stream.of();
            }
            List<DomainRow.Mx> named =
                    seen.mx().stream().filter(mx -> !mx.host().isEmpty()).toList();
            int least = named.stream().mapToInt(DomainRow.Mx::preference).min().orElse(0);
            return named.stream().map(mx -> new Host(mx.host(), mx.preference() == least));
        }
    }
}
