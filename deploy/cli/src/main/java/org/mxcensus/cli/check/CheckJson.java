package org.mxcensus.cli.check;

import com.fasterxml.jackson.core.JacksonException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mxcensus.datasets.schema.Table;

/// A checked domain as the rows of the tables: a member for each table, a list of its rows.
public final class CheckJson {

    private CheckJson() {}

    public static String of(Checked checked) {
        Map<String, List<? extends Record>> tables = new LinkedHashMap<>();
        tables.put(Table.DOMAINS.name(), List.of(checked.seen().domain()));
        tables.put(Table.MX_HOSTS.name(), checked.seen().hosts());
        tables.put(Table.SMTP.name(), checked.seen().smtp());
        tables.put(Table.CERTIFICATES.name(), checked.seen().certificates());
        tables.put(Table.HOST_VERDICTS.name(), checked.addresses());
        tables.put(Table.EXCHANGE_VERDICTS.name(), checked.exchanges());
        tables.put(Table.DOMAIN_VERDICTS.name(), List.of(checked.verdict()));
        try {
            return RowJson.MAPPER.writeValueAsString(tables);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }
}
