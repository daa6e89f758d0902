package org.mxcensus.analyzer.verdict;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.SmtpRow;

/// The dialogues of one host after the other, out of table `smtp` in its order.
final class SmtpGroups {
    private final Iterator<SmtpRow> rows;
    private @Nullable SmtpRow next;
    private String place = "";

    SmtpGroups(Iterator<SmtpRow> rows) {
        this.rows = rows;
        advance();
    }

    /// The dialogues with a host. Ask for hosts in the order of their reversed names.
    List<SmtpRow> of(String host) {
        List<SmtpRow> group = new ArrayList<>();
        String wanted = DomainNames.reversed(host);
        while (next != null && place.compareTo(wanted) <= 0) {
            if (place.equals(wanted)) {
                group.add(next);
            }
            advance();
        }
        return group;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
        place = next == null ? "" : DomainNames.reversed(next.host());
    }
}
