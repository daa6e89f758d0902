package org.mxcensus.analyzer.remedy;

import java.util.List;
import java.util.stream.Stream;

/// Who can mend something.
///
/// @param name registered domains; several who serve one zone together are separated by ` + `
public record Party(Kind kind, String name) {
    private static final String AND = " + ";

    /// What a party runs. The mailbox that it is told at is a convention (RFC 2142 §5); nobody has tried it.
    public enum Kind {
        /// MX hosts. Who accepts mail accepts it for `postmaster` too.
        PROVIDER("postmaster"),
        /// Name servers.
        DNS_OPERATOR("hostmaster");

        private final String mailbox;

        Kind(String mailbox) {
            this.mailbox = mailbox;
        }
    }

    static Party operators(Iterable<String> names) {
        return new Party(Kind.DNS_OPERATOR, String.join(AND, names));
    }

    /// Whom to tell: a mail address for each.
    public List<String> contacts() {
        return Stream.of(name.split(" \\+ "))
                .map(one -> kind.mailbox + "@" + one)
                .toList();
    }
}
