package org.mxcensus.analyzer.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.JudgedRows;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.PolicyStatus;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsGrade;
import org.mxcensus.datasets.schema.TlsTraits;
import org.mxcensus.datasets.schema.TlsaStatus;
import org.mxcensus.datasets.store.Store;

/// Rows without rhyme or reason, some of them missing: whatever was seen and judged, the sums must be right.
final class RandomEvidence {
    private static final List<String> TLDS = List.of("nl", "se", "gov");
    private static final int HOSTS = 12;

    final List<FrameRow> frame = new ArrayList<>();
    final Map<String, DomainRow> domains = new LinkedHashMap<>();
    final Map<String, DomainVerdictRow> verdicts = new HashMap<>();
    final Map<String, HostRow> hosts = new HashMap<>();
    final Map<String, ExchangeVerdictRow> exchanges = new HashMap<>();
    final List<HostVerdictRow> addresses = new ArrayList<>();
    private final Random random;

    RandomEvidence(Random random, int most) {
        this.random = random;
        for (int i = 0; i < HOSTS; i++) {
            host("mx%d.example".formatted(i));
        }
        for (int i = random.nextInt(most); i >= 0; i--) {
            domain("d%d.%s".formatted(i, any(TLDS)));
        }
    }

    private void domain(String name) {
        for (String source : random.nextInt(5) == 0 ? List.of("zone", "list") : List.of(any(List.of("zone", "list")))) {
            Boolean signed = source.equals("zone") ? anyOrNull(List.of(true, false)) : null;
            frame.add(new FrameRow(name, source, name.substring(name.lastIndexOf('.') + 1), signed, null, null));
        }
        DomainRow row = observation(name);
        if (often()) {
            domains.put(name, row);
        }
        if (often()) {
            verdicts.put(name, verdict(name));
        }
        if (row.mxStatus() == MxStatus.IMPLICIT) {
            host(name);
        }
    }

    private void host(String name) {
        if (often()) {
            hosts.put(name, hostRow(name));
        }
        if (often()) {
            exchanges.put(
                    name,
                    new ExchangeVerdictRow(
                            name,
                            2,
                            random.nextInt(3),
                            finding(),
                            finding(),
                            finding(),
                            finding(),
                            finding(),
                            finding(),
                            finding(),
                            finding(),
                            dane(),
                            finding(),
                            cause(),
                            TlsTraits.UNMEASURED,
                            null));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            addresses.add(address(name, "192.0.2." + i));
        }
    }

    private HostRow hostRow(String name) {
        List<HostRow.Tlsa> tlsa = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tlsa.add(new HostRow.Tlsa(random.nextInt(4), 1, 1, "00"));
        }
        return new HostRow(
                name,
                Pki.NOW,
                name,
                any(List.of(AnswerStatus.values())),
                null,
                null,
                null,
                any(List.of(AnswerStatus.values())),
                null,
                null,
                null,
                List.of(),
                List.of(),
                any(List.of(TlsaStatus.values())),
                null,
                null,
                null,
                tlsa,
                null,
                null,
                null,
                List.of(),
                0,
                0);
    }

    private HostVerdictRow address(String host, String ip) {
        DaneStatus dane = dane();
        return new HostVerdictRow(
                host,
                ip,
                finding(),
                null,
                null,
                null,
                null,
                dane == null ? DaneStatus.VALID : dane,
                cause(),
                null,
                null,
                anyOrNull(List.of(TlsGrade.values())),
                List.of(),
                null,
                null,
                null,
                TlsTraits.UNMEASURED);
    }

    private DomainVerdictRow verdict(String domain) {
        return new DomainVerdictRow(
                domain,
                random.nextInt(4) > 0 ? Finding.YES : any(List.of(Finding.values())),
                List.of(),
                any(List.of(Finding.values())),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                random.nextBoolean() ? DaneStatus.NOT_DEPLOYED : anyOrNull(List.of(DaneStatus.values())),
                null,
                null,
                null,
                finding(),
                null,
                DaneHosts.NONE,
                StsStatus.NOT_DEPLOYED,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                finding(),
                finding(),
                Deliveries.all(SenderOutcome.UNMEASURED),
                null,
                false,
                null,
                TlsTraits.UNMEASURED,
                null);
    }

    private DomainRow observation(String domain) {
        List<DomainRow.Mx> mx = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String host = random.nextInt(8) == 0 ? "" : "mx%d.example".formatted(random.nextInt(HOSTS));
            mx.add(new DomainRow.Mx(10 * random.nextInt(3), host));
        }
        return new DomainRow(
                domain,
                Pki.NOW,
                random.nextInt(3) > 0 ? MxStatus.HOSTS : any(List.of(MxStatus.values())),
                null,
                null,
                null,
                null,
                mx,
                null,
                null,
                null,
                new DomainRow.Spf(RecordStatus.ABSENT, null, null),
                new DomainRow.Dmarc(RecordStatus.ABSENT, null, null, null),
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                new DomainRow.StsRecordCell(RecordStatus.ABSENT, null, null, null, null),
                new DomainRow.StsPolicyCell(
                        PolicyStatus.NOT_ASKED, null, null, null, null, null, null, null, null, null, null, List.of()),
                new DomainRow.TlsRpt(RecordStatus.ABSENT, null, null, null),
                List.of(),
                0,
                0,
                "");
    }

    /// Valid, and failing by the name, more often than chance would have it.
    private @Nullable DaneStatus dane() {
        return switch (random.nextInt(4)) {
            case 0 -> DaneStatus.VALID;
            case 1 -> DaneStatus.MISMATCH;
            default -> anyOrNull(List.of(DaneStatus.values()));
        };
    }

    private @Nullable DaneCause cause() {
        return anyOrNull(List.of(DaneCause.NAME, DaneCause.EXPIRED, DaneCause.NO_MATCH));
    }

    private @Nullable Finding finding() {
        return anyOrNull(List.of(Finding.values()));
    }

    private boolean often() {
        return random.nextInt(10) > 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> @Nullable T anyOrNull(List<T> all) {
        int index = random.nextInt(all.size() + 1);
        return index == all.size() ? null : all.get(index);
    }

    /// Publishes the rows as a judged crawl.
    void write(Store store, LocalDate crawl) {
        new JudgedRows(store, crawl)
                .with(Table.FRAME, frame)
                .with(Table.DOMAINS, List.copyOf(domains.values()))
                .with(Table.MX_HOSTS, List.copyOf(hosts.values()))
                .with(Table.HOST_VERDICTS, addresses)
                .with(Table.EXCHANGE_VERDICTS, List.copyOf(exchanges.values()))
                .with(Table.DOMAIN_VERDICTS, List.copyOf(verdicts.values()))
                .publish();
    }
}
