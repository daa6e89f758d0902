package org.mxcensus.lab.world;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A domain: a zone of its own below a top-level domain.
///
/// @param exists whether it is delegated; a domain that is not answers NXDOMAIN
/// @param signed whether the zone has keys and a DS record
/// @param dns how questions for the domain and everything below it are answered
/// @param denial how questions for names below it that it does not hold are answered
/// @param mx MX records as `10 mx1.example.net`; `0 .` is the null MX (RFC 7505)
/// @param txt TXT records of the domain itself
/// @param dmarc TXT records at `_dmarc`
/// @param ns name servers; empty for the lab's own
/// @param tlsrpt TXT records at `_smtp._tls`
public record DomainSpec(
        String name,
        boolean exists,
        boolean signed,
        DnsBehaviour dns,
        Denial denial,
        List<String> mx,
        List<String> txt,
        List<String> dmarc,
        List<String> ns,
        Optional<StsSpec> sts,
        List<String> tlsrpt,
        Set<Hint> hints)
        implements Spec {
    public DomainSpec {
        name = Names.normal(name);
        mx = List.copyOf(mx);
        txt = List.copyOf(txt);
        dmarc = List.copyOf(dmarc);
        ns = ns.stream().map(Names::normal).toList();
        tlsrpt = List.copyOf(tlsrpt);
        hints = Set.copyOf(hints);
    }

    /// An unsigned domain that publishes nothing.
    public static DomainSpec of(String name) {
        return new DomainSpec(
                name,
                true,
                false,
                DnsBehaviour.OK,
                Denial.NXDOMAIN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                EnumSet.noneOf(Hint.class));
    }

    public DomainSpec withExists(boolean value) {
        return new DomainSpec(name, value, signed, dns, denial, mx, txt, dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withSigned(boolean value) {
        return new DomainSpec(name, exists, value, dns, denial, mx, txt, dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withDns(DnsBehaviour value) {
        return new DomainSpec(name, exists, signed, value, denial, mx, txt, dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withDenial(Denial value) {
        return new DomainSpec(name, exists, signed, dns, value, mx, txt, dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withMx(String... values) {
        return withMx(List.of(values));
    }

    public DomainSpec withMx(List<String> values) {
        return new DomainSpec(name, exists, signed, dns, denial, values, txt, dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withTxt(String... values) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, List.of(values), dmarc, ns, sts, tlsrpt, hints);
    }

    public DomainSpec withDmarc(String... values) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, txt, List.of(values), ns, sts, tlsrpt, hints);
    }

    public DomainSpec withNs(List<String> values) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, txt, dmarc, values, sts, tlsrpt, hints);
    }

    public DomainSpec withSts(StsSpec value) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, txt, dmarc, ns, Optional.of(value), tlsrpt, hints);
    }

    public DomainSpec withTlsRpt(String... values) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, txt, dmarc, ns, sts, List.of(values), hints);
    }

    public DomainSpec withHints(Set<Hint> values) {
        return new DomainSpec(name, exists, signed, dns, denial, mx, txt, dmarc, ns, sts, tlsrpt, values);
    }
}
