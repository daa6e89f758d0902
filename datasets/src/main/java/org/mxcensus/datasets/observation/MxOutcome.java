package org.mxcensus.datasets.observation;

import java.util.List;

/// Where mail for a domain goes (RFC 5321 §5.1, RFC 7505).
public sealed interface MxOutcome {

    /// MX records name hosts.
    ///
    /// @param exchanges by preference, then host
    /// @param ttl remaining time to live of the MX RRset in seconds; 0 where nobody looked, and so the security is
    ///     unknown
    record Hosts(List<MailExchange> exchanges, Security security, long ttl) implements MxOutcome {
        public Hosts {
            exchanges = List.copyOf(exchanges);
        }
    }

    /// No MX, but the domain has an address and is its own exchange (RFC 5321 §5.1).
    ///
    /// @param security of the denial of the MX RRset
    record Implicit(Security security) implements MxOutcome {}

    /// A sole MX record with the root as exchange: accepts no mail (RFC 7505 §3).
    record NullMx(Security security, long ttl) implements MxOutcome {}

    /// A null MX among others, which RFC 7505 §3 forbids; the others are listed with it.
    record NullMxMixed(List<MailExchange> exchanges, Security security, long ttl) implements MxOutcome {
        public NullMxMixed {
            exchanges = List.copyOf(exchanges);
        }
    }

    /// The domain exists without MX and without addresses.
    record NoMail(Security security) implements MxOutcome {}

    /// The domain does not exist.
    record NxDomain(Security security) implements MxOutcome {}

    /// Could not tell. A failed look-up is never an implicit MX (RFC 5321 §5.1).
    record Unmeasured(DnsFailure failure, List<ExtendedError> errors) implements MxOutcome {
        public Unmeasured {
            errors = List.copyOf(errors);
        }
    }
}
