package org.mxcensus.analyzer.verdict;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;

/// The dialogues of one host after the other, out of table `smtp` in its order.
final class SmtpGroups {
    private final Iterator<SmtpRow> rows;
    private @Nullable SmtpRow next;

    SmtpGroups(Iterator<SmtpRow> rows) {
        this.rows = rows;
        this.next = advance();
    }

    /// The dialogues with a host. Ask for hosts in the order of their reversed names.
    List<SmtpObservation> of(String host) {
        List<SmtpObservation> group = new ArrayList<>();
        String wanted = DomainNames.reversed(host);
        while (next != null && DomainNames.reversed(next.host()).compareTo(wanted) <= 0) {
            if (next.host().equals(host)) {
                group.add(SmtpMapping.toObservation(next));
            }
            next = advance();
        }
        return group;
    }

    private @Nullable SmtpRow advance() {
        return rows.hasNext() ? rows.next() : null;
    }
}
