package org.mxcensus.datasets.schema;

/// What a provider does for the domains whose mail it receives, or whose zones it answers for.
public enum ProviderKind {
    /// Mailboxes are its business.
    MAILBOX,
    /// It filters mail and passes it on: whose mailboxes lie behind it is not to be seen.
    FILTER,
    HOSTING,
    REGISTRAR,
    TELECOM,
    /// A public body, or a computing centre of public bodies.
    PUBLIC,
    /// It passes mail on to mailboxes elsewhere.
    FORWARDER,
    /// It sends mail for others, and receives what comes back.
    SENDER,
    /// It holds domains that nobody uses.
    PARKING,
    /// It answers for zones and receives no mail.
    DNS
}
