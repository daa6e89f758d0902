package org.mxcensus.analyzer.remedy;

import java.util.List;
import java.util.stream.Stream;

/// Who can mend or do something.
///
/// @param name registered domains; several who serve one zone together are separated by ` + `
public record Party(Kind kind, String name) {
    /// Between several who serve one zone together.
    static final String AND = " + ";

    /// What a party runs. The mailbox that it is told at is a convention (RFC 2142 §5); nobody has tried it.
    public enum Kind {
        /// MX hosts. Who accepts mail accepts it for `postmaster` too.
        PROVIDER("postmaster"),
        /// Name servers.
        DNS_OPERATOR("hostmaster"),
        /// Policy hosts of others, who have made theirs an alias of a name of it.
        POLICY_HOST("webmaster"),
        /// Domains, each by itself, whose name servers one operator runs. What is at fault is theirs to
        /// mend; but one letter to the operator reaches all, since it knows its customers, holds the
        /// zones in which the records stand, and often runs the web servers too.
        CUSTOMERS("hostmaster"),
        /// The domain itself, which has its own name servers or whose name servers are not known.
        DOMAIN("postmaster");

        private final String mailbox;

        Kind(String mailbox) {
            this.mailbox = mailbox;
        }
    }

    /// Whom to tell: a mail address for each.
    public List<String> contacts() {
        return Stream.of(name.split(" \\+ "))
                .map(one -> kind.mailbox + "@" + one)
                .toList();
    }

    /// How it is spoken of.
    public String title() {
        return kind == Kind.CUSTOMERS ? "customers of " + name : name;
    }
}
