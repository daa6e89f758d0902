package org.mxcensus.analyzer.again;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.analyzer.warehouse.Question;

/// A verdict that is compared.
///
/// @param name what it is called in a [Change]
/// @param value where it stands in a row
/// @param cause where its cause stands; empty where it has none
record Compared(String name, String value, String cause) {

    /// In the order in which changes are told.
    static final List<Compared> ALL = Stream.of(
                    Stream.of(
                            new Compared("dane", "dane", "dane_cause"),
                            new Compared("mta_sts", "mta_sts", "mta_sts_cause")),
                    Stream.of(
                                    "mail",
                                    "dnssec",
                                    "starttls",
                                    "tls13",
                                    "certificate_trusted",
                                    "certificate_name",
                                    "next_hop_name",
                                    "tls_sound",
                                    "post_quantum",
                                    "chain_complete",
                                    "dane_deployed",
                                    "dane_valid",
                                    "mta_sts_mode",
                                    "tlsrpt",
                                    "authenticated",
                                    "provider",
                                    "self_hosted",
                                    "dns_operators",
                                    "issuers")
                            .map(column -> new Compared(column, column, "")),
                    Stream.of("opportunistic", "dane", "postfix", "mta_sts", "mta_sts_warm", "both")
                            .map(sender -> "deliveries." + sender)
                            .map(sender -> new Compared(sender, sender + ".outcome", sender + ".reason")),
                    // A cause that is another one under the same verdict.
                    Stream.of("dane", "mta_sts")
                            .map(column -> new Compared(column + "_cause", column + "_cause", column)))
            .flatMap(all -> all)
            .toList();

    /// The column of the table that it stands in.
    String column() {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    /// Whether it differs between `b` and `a`, in SQL.
    String differs() {
        String differs = "b.%1$s IS DISTINCT FROM a.%1$s".formatted(value);
        // The verdict itself is told already.
        return isCause() ? "(%s AND b.%2$s IS NOT DISTINCT FROM a.%2$s)".formatted(differs, cause) : differs;
    }

    /// It and its cause, before and after, in SQL.
    String struct(int place) {
        String same = isCause() ? "b.%1$s IS NOT DISTINCT FROM a.%1$s".formatted(cause) : "true";
        return "{'place': %d, 'name': %s, 'before': %s, 'after': CASE WHEN %s THEN %s ELSE %s END, 'cause': %s}"
                .formatted(
                        place,
                        Question.quoted(name),
                        text("b." + value),
                        same,
                        text("a." + value),
                        text("b." + value),
                        cause.isEmpty()
                                ? "''"
                                : "coalesce(CAST(a.%1$s AS VARCHAR), CAST(b.%1$s AS VARCHAR), '')".formatted(cause));
    }

    private boolean isCause() {
        return name.endsWith("_cause");
    }

    private static String text(String value) {
        return "coalesce(CAST(%s AS VARCHAR), '-')".formatted(value);
    }
}
