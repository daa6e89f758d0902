package org.mxcensus.lab.truth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// The truth about every domain of a world and every MX host that a domain names.
public final class Truth {

    private final Map<String, HostTruth> hosts = new LinkedHashMap<>();
    private final Map<String, DomainTruth> domains = new LinkedHashMap<>();
    private final World world;
    private final MailTruth mail;

    private Truth(World world, Optional<Truth> before) {
        this.world = world;
        NameTruth names = new NameTruth(world);
        mail = new MailTruth(world, names, before);
        MailDomains all = new MailDomains(
                names,
                host -> hosts.computeIfAbsent(host, mail::host),
                name -> before.flatMap(then -> then.world.domain(name)));
        world.domains().forEach(domain -> domains.put(domain.name(), all.of(domain)));
    }

    /// What a client finds out that calls a second time at those who said "later".
    public static Truth of(World world) {
        return new Truth(world, Optional.empty());
    }

    /// The same, of a client that remembers what it found before.
    ///
    /// @param before the world that it saw then, in which nothing stands that it did not look at
    public static Truth of(World world, World before) {
        return new Truth(world, Optional.of(of(before)));
    }

    /// What a client finds out that calls at nobody twice.
    public static Truth atFirst(World world) {
        return of(World.of(world.specs().stream().map(Truth::atFirst).toList()));
    }

    private static Spec atFirst(Spec spec) {
        return switch (spec) {
            case HostSpec host -> atFirst(host);
            case DomainSpec domain -> domain;
            case ZoneSpec zone -> zone;
        };
    }

    private static HostSpec atFirst(HostSpec host) {
        SmtpBehaviour behaviour = host.smtp().behaviour();
        return behaviour.atFirst() == behaviour ? host : host.withSmtp(behaviour.atFirst());
    }

    /// By name, in the world's order.
    public Map<String, DomainTruth> domains() {
        return domains;
    }

    /// By name: the exchanges of domains with MX records, and domains that are their own exchange.
    public Map<String, HostTruth> hosts() {
        return hosts;
    }

    public DomainTruth domain(String name) {
        return Optional.ofNullable(domains.get(name)).orElseThrow();
    }

    public HostTruth host(String name) {
        return Optional.ofNullable(hosts.get(name)).orElseThrow();
    }

    /// The certificate that a client met at an address of a host; empty where it met none.
    Optional<DaneTruth.Before> seen(String host, String ip) {
        return Optional.ofNullable(hosts.get(host)).flatMap(known -> mail.seen(known, ip));
    }

    /// Every address of every MX host.
    public Stream<AddressTruth> addresses() {
        return hosts.values().stream().flatMap(host -> host.addresses().stream());
    }
}
