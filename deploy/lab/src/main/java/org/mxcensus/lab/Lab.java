package org.mxcensus.lab;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.LabKeys;
import org.mxcensus.lab.dns.DnsMaterial;
import org.mxcensus.lab.dns.DnsServer;
import org.mxcensus.lab.dns.ZoneFiles;
import org.mxcensus.lab.net.Transport;
import org.mxcensus.lab.policy.PolicyServer;
import org.mxcensus.lab.smtp.SmtpServers;
import org.mxcensus.lab.stress.Strain;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.World;

/// A running world.
///
///     try (Lab lab = Lab.start(world, LabOptions.defaults())) {
///         crawl(lab.resolver(), lab.smtpPort(), lab.httpsPort(), lab.caPem());
///     }
public final class Lab implements AutoCloseable {

    private final LabOptions options;
    private final LabKeys keys;
    private final Transport transport = new Transport();
    private final Strain strain;
    private final SmtpServers smtp;
    private final PolicyServer policy;
    private final DnsServer dns;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile World world;
    private volatile Authority authority;
    private volatile DnsMaterial material;

    private Lab(World world, LabOptions options) {
        this.world = world;
        this.options = options;
        this.keys = new LabKeys(options.seed());
        this.authority = new Authority(options.seed(), options.validAt());
        this.material = new DnsMaterial(keys, authority, options.validAt());
        this.strain = new Strain(options.stress());
        this.smtp = new SmtpServers(transport, world, authority, strain, options.share(), options.smtpPort());
        this.policy = new PolicyServer(transport, world, authority, strain, options.httpsPort());
        this.dns = new DnsServer(transport, world, material, strain, options.dnsPort(), smtp.port());
    }

    /// Starts all servers of a world; an [java.io.UncheckedIOException] says which port cannot be had.
    public static Lab start(World world, LabOptions options) {
        return new Lab(world, options);
    }

    /// Where the DNS answers, as a validating resolver and as every zone's own server.
    public InetSocketAddress resolver() {
        return dns.address();
    }

    /// The resolver takes queries and answers none, until [#resolverBack].
    public void resolverAway() {
        dns.fallSilent();
    }

    /// The resolver's port is closed, until [#resolverBack]: queries are refused by ICMP, connections by RST.
    public void resolverClosed() {
        dns.refuse();
    }

    /// The resolver answers again, at the same address.
    public void resolverBack() {
        dns.comeBack();
    }

    /// The port of all mail servers; 0 where the world has none.
    public int smtpPort() {
        return smtp.port();
    }

    /// The port of all policy hosts.
    public int httpsPort() {
        return policy.port();
    }

    /// The root certificate that clients are to trust, as PEM.
    public String caPem() {
        return authority.rootPem();
    }

    /// The DS and DNSKEY records of the lab's root, a line each, as validators read them.
    public String trustAnchor() {
        return material.trustAnchor();
    }

    /// What clients did since the start.
    public LabCounters counters() {
        return new LabCounters(dns.counters(), smtp.counters(), policy.counters());
    }

    /// The world that is served now.
    public World world() {
        return world;
    }

    /// What is true about the world that is served now, to a client that calls a second time at those who said "later".
    public Truth truth() {
        return Truth.of(world);
    }

    /// What is true about it to a client that calls at nobody twice.
    public Truth truthAtFirst() {
        return Truth.atFirst(world);
    }

    /// Writes the zones that are served now as signed master files, for other servers to serve them too.
    ///
    /// @return the files by apex; see [ZoneFiles]
    public Map<String, Path> writeZones(Path folder) {
        return new ZoneFiles(world, material, smtp.port()).write(folder);
    }

    /// Serves another version of the world from now on, at the same ports.
    public void become(World next) {
        become(next, options.validAt());
    }

    /// Serves another version of the world from now on, with certificates and signatures valid around another instant.
    public synchronized void become(World next, Instant validAt) {
        authority = new Authority(options.seed(), validAt);
        material = new DnsMaterial(keys, authority, validAt);
        strain.restart();
        smtp.become(next, authority);
        policy.become(next, authority);
        dns.become(next, material, smtp.port());
        world = next;
    }

    /// Ends all servers and threads. Closing again does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            dns.close();
            policy.close();
            smtp.close();
            transport.close();
        }
    }
}
