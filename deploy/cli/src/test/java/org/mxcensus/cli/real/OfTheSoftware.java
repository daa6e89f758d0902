package org.mxcensus.cli.real;

import java.util.List;
import org.mxcensus.datasets.schema.Table;

/// What may differ between two servers of one world, and why: it tells of their programs, not of the world.
///
/// @param column by its path, as in [Comparison.Difference] but for places in lists
record OfTheSoftware(Table<?> table, String column, String why) {

    private static final String WORDS =
            "a resolver's own words; which of the codes of DNSSEC a fault has is its choice";

    private static final String ALERT = "which alert a server sends to who asks for a name that nobody there has";

    private static final String SESSION = "which of what a client offers a TLS library likes best";

    static final List<OfTheSoftware> ALL = List.of(
            new OfTheSoftware(Table.DOMAINS, "ede_code", WORDS),
            new OfTheSoftware(Table.DOMAINS, "ede_text", WORDS),
            new OfTheSoftware(Table.MX_HOSTS, "ede_code", WORDS),
            new OfTheSoftware(Table.MX_HOSTS, "ede_text", WORDS),
            new OfTheSoftware(Table.DOMAINS, "sts_policy.detail", ALERT),
            new OfTheSoftware(Table.DOMAIN_VERDICTS, "mta_sts_detail", ALERT),
            new OfTheSoftware(Table.SMTP, "banner", "what a program calls itself"),
            new OfTheSoftware(Table.SMTP, "extensions", "what a program can do beside STARTTLS"),
            new OfTheSoftware(Table.SMTP, "extensions_after_tls", "what a program can do beside STARTTLS"),
            new OfTheSoftware(Table.SMTP, "reply", "what a program says beside the code"),
            new OfTheSoftware(Table.SMTP, "second_looks.tls.cipher", SESSION),
            new OfTheSoftware(Table.SMTP, "second_looks.tls.group", SESSION),
            new OfTheSoftware(Table.SMTP, "second_looks.tls.signature", SESSION),
            new OfTheSoftware(Table.SMTP, "tls.cipher", SESSION),
            new OfTheSoftware(Table.SMTP, "tls.group", SESSION),
            new OfTheSoftware(Table.SMTP, "tls.signature", SESSION));

    boolean explains(Comparison.Difference difference) {
        return difference.table().equals(table)
                && difference.column().replaceAll("\\.\\d+", "").equals(column);
    }
}
