package org.mxcensus.lab.tables;

import java.util.List;

/// Who receives mail for many domains.
///
/// @param name its registered domain
/// @param hosts its MX hosts, most preferred first
record MailProvider(String name, List<Exchange> hosts) {
    MailProvider {
        hosts = List.copyOf(hosts);
    }
}
