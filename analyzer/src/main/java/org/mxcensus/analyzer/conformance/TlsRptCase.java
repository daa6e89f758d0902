package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.RecordStatus;

/// TXT records at `_smtp._tls.<domain>`, and whether reports are asked for (RFC 8460 §3).
public record TlsRptCase(
        String id, String title, Txt txt, @Nullable Expect expect) implements SuiteCase {

    public TlsRptCase {
        Given.value(id, "id");
        title = Objects.requireNonNullElse(title, "");
        Given.value(txt, "txt");
    }

    /// @param verdict whether a sender has somewhere to send reports to
    /// @param record what there is
    /// @param rua where to; none unless the record is valid
    /// @param section the rule that decides the case
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Expect(Finding verdict, RecordStatus record, List<String> rua, String section) {
        public Expect {
            rua = Given.list(rua);
        }
    }
}
