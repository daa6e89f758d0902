package org.mxcensus.lab.dns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mxcensus.lab.policy.PolicyAddresses;
import org.mxcensus.lab.world.Denial;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.MxSpec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.TlsaSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneCut;
import org.mxcensus.lab.world.ZoneCuts;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TLSARecord;

/// Makes the contents of a zone from the world's lines.
final class ZoneBuilder {

    /// Where the lab's own name server answers.
    static final String NAMESERVER_ADDRESS = "127.0.0.1";

    // RFC 1035 §2.3.4
    private static final int LONGEST_LABEL = 63;

    private final World world;
    private final DnsMaterial material;
    private final Set<Integer> tlsaPorts;
    private final Predicate<Name> broken;

    ZoneBuilder(World world, DnsMaterial material, int smtpPort, Predicate<Name> broken) {
        this.world = world;
        this.material = material;
        this.tlsaPorts = new TreeSet<>(List.of(25, smtpPort));
        this.broken = broken;
    }

    ZoneContents build(ZoneCut cut, Zones.Members members) {
        Name apex = Zones.name(cut.apex());
        Optional<ZoneKeys> keys = cut.signed() ? Optional.of(material.keys()) : Optional.empty();
        Optional<DomainSpec> domain = world.domain(cut.apex());
        boolean compact = domain.filter(spec -> spec.denial() == Denial.NODATA).isPresent();
        ZoneContents zone = new ZoneContents(apex, keys, broken, compact);
        addApex(zone, apex, nameserversOf(cut));
        keys.ifPresent(own -> zone.add(own.dnskey(apex)));
        domain.ifPresent(spec -> addDomain(zone, apex, spec));
        members.children().forEach(child -> addDelegation(zone, child));
        members.hosts().forEach(host -> addHost(zone, host));
        members.nameservers().forEach(server -> zone.add(Rdata.address(Zones.name(server), NAMESERVER_ADDRESS)));
        members.policyAliases().forEach(alias -> zone.add(Rdata.address(Zones.name(alias), PolicyAddresses.of(alias))));
        return zone;
    }

    private List<String> nameserversOf(ZoneCut cut) {
        return world.domain(cut.apex())
                .map(DomainSpec::ns)
                .filter(names -> !names.isEmpty())
                .orElse(List.of(ZoneCuts.DEFAULT_NAMESERVER));
    }

    private static void addApex(ZoneContents zone, Name apex, List<String> nameservers) {
        zone.add(new SOARecord(
                apex,
                DClass.IN,
                Ttl.USUAL,
                Zones.name(nameservers.getFirst()),
                Zones.name("hostmaster.lab.test"),
                1,
                3600,
                900,
                604800,
                Ttl.DENIAL));
        addNs(zone, apex, nameservers);
    }

    private static void addNs(ZoneContents zone, Name owner, List<String> nameservers) {
        nameservers.forEach(server -> zone.add(new NSRecord(owner, DClass.IN, Ttl.USUAL, Zones.name(server))));
    }

    private void addDelegation(ZoneContents zone, ZoneCut child) {
        Name apex = Zones.name(child.apex());
        addNs(zone, apex, nameserversOf(child));
        if (child.signed() && zone.isSigned()) {
            zone.add(material.keys().ds(apex));
        }
    }

    private static void addDomain(ZoneContents zone, Name apex, DomainSpec domain) {
        domain.mx().stream()
                .map(MxSpec::parse)
                .forEach(mx ->
                        zone.add(new MXRecord(apex, DClass.IN, Ttl.USUAL, mx.preference(), Zones.name(mx.host()))));
        domain.txt().forEach(text -> zone.add(Rdata.text(apex, text)));
        domain.dmarc().forEach(text -> zone.add(Rdata.text(below("_dmarc", domain), text)));
        domain.tlsrpt().forEach(text -> zone.add(Rdata.text(below("_smtp._tls", domain), text)));
        domain.hints().forEach(hint -> zone.add(Rdata.text(below(hint.label(), domain), "v=lab1")));
        domain.sts().ifPresent(sts -> addSts(zone, domain, sts));
        if (domain.denial() == Denial.WILDCARD) {
            Name wildcard = below("*", domain);
            zone.add(Rdata.address(wildcard, NAMESERVER_ADDRESS));
            zone.add(Rdata.text(wildcard, "v=spf1 -all"));
        }
    }

    private static void addSts(ZoneContents zone, DomainSpec domain, StsSpec sts) {
        sts.records().forEach(text -> zone.add(Rdata.text(below("_mta-sts", domain), text)));
        fence(zone, "_mta-sts." + domain.name(), sts.recordDns());
        Name policyHost = below("mta-sts", domain);
        fence(zone, "mta-sts." + domain.name(), sts.hostDns());
        if (sts.cname().isPresent()) {
            Name target = Zones.name(sts.cname().orElseThrow());
            zone.add(new CNAMERecord(policyHost, DClass.IN, Ttl.USUAL, target));
        } else {
            PolicyAddresses.of(domain.name(), sts.behaviour())
                    .ifPresent(address -> zone.add(Rdata.address(policyHost, address)));
        }
    }

    private void addHost(ZoneContents zone, HostSpec host) {
        Name owner = Zones.name(host.name());
        world.roster().addressesOf(host).forEach(address -> zone.add(Rdata.address(owner, address)));
        host.cname().ifPresent(target -> zone.add(new CNAMERecord(owner, DClass.IN, Ttl.USUAL, Zones.name(target))));
        if (host.cname().isEmpty() && host.addresses().isEmpty()) {
            // The name is there, only without an address.
            zone.add(Rdata.text(owner, "no address"));
        }
        fence(zone, host.name(), host.dns());
        fence(zone, "_tcp." + host.name(), host.tlsaDns());
        // RFC 7672 §2.2.3: the owner name carries the port of the service, which in a lab is rarely 25.
        for (int port : tlsaPorts) {
            Name base = Zones.name("_" + port + "._tcp." + host.name());
            for (TlsaSpec tlsa : host.tlsa()) {
                zone.add(new TLSARecord(
                        base,
                        DClass.IN,
                        Ttl.USUAL,
                        tlsa.usage(),
                        tlsa.selector(),
                        tlsa.matching(),
                        material.association().data(host, tlsa)));
            }
        }
    }

    /// A name right behind those whose signatures are broken. Their last NSEC ends there: else it would deny the names
    /// that follow too, and they were as bogus.
    private static void fence(ZoneContents zone, String name, DnsBehaviour behaviour) {
        boolean whole = Zones.name(name).equals(zone.apex());
        int label = name.indexOf('.');
        if (behaviour.isBogus() && !whole && label < LONGEST_LABEL) {
            zone.add(Rdata.text(Zones.name(name.substring(0, label) + '-' + name.substring(label)), "fence"));
        }
    }

    private static Name below(String label, DomainSpec domain) {
        return Zones.name(label + '.' + domain.name());
    }
}
