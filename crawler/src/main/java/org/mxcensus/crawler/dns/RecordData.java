package org.mxcensus.crawler.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;

/// The data of an RRset in our own words, without duplicates (RFC 2181 §5) and sorted.
final class RecordData {
    private static final Comparator<MailExchange> BY_PREFERENCE =
            Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host);
    private static final Comparator<TlsaRecord> BY_PARAMETERS = Comparator.comparingInt(TlsaRecord::usage)
            .thenComparingInt(TlsaRecord::selector)
            .thenComparingInt(TlsaRecord::matching)
            .thenComparing(TlsaRecord::data);

    private RecordData() {}

    static List<MailExchange> exchanges(List<Record> records) {
        return sorted(records, BY_PREFERENCE, r -> {
            MXRecord mx = (MXRecord) r;
            return new MailExchange(mx.getPriority(), Names.text(mx.getTarget()));
        });
    }

    static List<String> ipv4(List<Record> records) {
        return sorted(
                records,
                Comparator.naturalOrder(),
                r -> ((ARecord) r).getAddress().getHostAddress());
    }

    static List<String> ipv6(List<Record> records) {
        return sorted(records, Comparator.naturalOrder(), r -> Addresses.ipv6(((AAAARecord) r).rdataToWireCanonical()));
    }

    static List<String> texts(List<Record> records) {
        return sorted(records, Comparator.naturalOrder(), r -> joined((TXTRecord) r));
    }

    static List<TlsaRecord> tlsa(List<Record> records) {
        return sorted(records, BY_PARAMETERS, r -> {
            TLSARecord t = (TLSARecord) r;
            return new TlsaRecord(
                    t.getCertificateUsage(),
                    t.getSelector(),
                    t.getMatchingType(),
                    HexFormat.of().formatHex(t.getCertificateAssociationData()));
        });
    }

    static List<String> nameServers(List<Record> records) {
        return sorted(records, Comparator.naturalOrder(), r -> Names.text(((NSRecord) r).getTarget()));
    }

    static List<String> pointers(List<Record> records) {
        return sorted(records, Comparator.naturalOrder(), r -> Names.text(((PTRRecord) r).getTarget()));
    }

    static String canonicalName(List<Record> records) {
        return Names.text(((CNAMERecord) records.getFirst()).getTarget());
    }

    private static String joined(TXTRecord txt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        txt.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static <T> List<T> sorted(List<Record> records, Comparator<? super T> order, Function<Record, T> data) {
        return records.stream().map(data).distinct().sorted(order).toList();
    }
}
