package org.mxcensus.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mxcensus.lab.client.Asking.ask;
import static org.mxcensus.lab.client.Asking.isAuthentic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.generate.GeneratedWorld;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.ledger.RealServer;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Real servers agree with the lab: Unbound validates what it says, NSD serves its zones.
@Tag("full")
class RealDnsTest {

    private static final GeneratedWorld GENERATED = new GeneratedWorld(5, 300);

    private static Lab lab;
    private static Truth truth;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        lab = Lab.start(GENERATED.atMonth(12), LabOptions.defaults());
        truth = lab.truth();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void unboundValidatesEveryAnswerOfTheLab() throws IOException {
        try (RealDnsServer unbound = unbound(lab.resolver())) {
            agrees(unbound.resolver());
        }
    }

    @Test
    void unboundValidatesWhatNsdServesFromTheLabsFiles() throws IOException {
        Path zones = folder.resolve("zones");
        lab.writeZones(zones);
        Path nsdFolder = Files.createDirectories(folder.resolve("nsd"));
        try (RealDnsServer nsd = RealDnsServer.nsd(RealServer.require("nsd"), nsdFolder, zones)) {
            // Every zone is at this one server, whatever port the delegations imply: each question goes there.
            try (RealDnsServer unbound = unbound(nsd.address())) {
                agrees(unbound.resolver());
            }
        }
    }

    /// `deploy/resolver`, but for its addresses and its size.
    @Test
    void theResolverOfACensusValidatesEveryAnswerToo() throws IOException {
        try (RealDnsServer unbound = resolverOfACensus(lab.resolver(), "")) {
            agrees(unbound.resolver());
            assertThat(Files.readString(folder.resolve("census/log"))).doesNotContain("error", "fatal");
        }
    }

    /// As Unbound comes, it throws away what took it longer than 1.9 seconds.
    @Test
    void theResolverOfACensusLosesNoSlowAnswer() throws IOException {
        try (SlowServer slow = new SlowServer(2_200);
                // What the slow server says is not signed.
                RealDnsServer unbound = resolverOfACensus(slow.address(), "  module-config: \"iterator\"\n")) {
            Message answer = ask(unbound.resolver(), "slow.example.", Type.SOA);
            assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
        }
    }

    private RealDnsServer resolverOfACensus(InetSocketAddress upstream, String more) throws IOException {
        Path own = Files.createDirectories(folder.resolve("census"));
        String settings = "include: \"" + Path.of("../resolver/census.conf").toRealPath() + "\"\n"
                + "server:\n  num-threads: 1\n  msg-cache-size: 4m\n  rrset-cache-size: 8m\n" + more;
        return RealDnsServer.unbound(RealServer.require("unbound"), own, lab.trustAnchor(), upstream, settings);
    }

    private RealDnsServer unbound(InetSocketAddress upstream) throws IOException {
        Path own = Files.createDirectories(folder.resolve("unbound"));
        return RealDnsServer.unbound(RealServer.require("unbound"), own, lab.trustAnchor(), upstream);
    }

    /// Everything that the truth says about exchanges and TLSA, except where the lab's DNS fails by design.
    private static void agrees(Resolver resolver) {
        SoftAssertions softly = new SoftAssertions();
        List<DomainTruth> healthy = truth.domains().values().stream()
                .filter(domain -> domain.mxFailure().isEmpty())
                .toList();
        assertThat(healthy).hasSizeGreaterThan(250);
        healthy.forEach(domain -> {
            Message answer = ask(resolver, domain.domain() + '.', Type.MX);
            softly.assertThat(answer.getRcode())
                    .as(domain.domain())
                    .isEqualTo(domain.mxStatus().equals("NXDOMAIN") ? Rcode.NXDOMAIN : Rcode.NOERROR);
            softly.assertThat(isAuthentic(answer))
                    .as(domain.domain())
                    .isEqualTo(domain.mxSecurity().equals("SECURE"));
            softly.assertThat(answer.getSection(Section.ANSWER).stream()
                            .filter(record -> record.getType() == Type.MX)
                            .map(Record::rdataToString)
                            .toList())
                    .as(domain.domain())
                    .containsExactlyInAnyOrderElementsOf(domain.mx().stream()
                            .map(mx -> mx.endsWith(".") ? mx : mx + '.')
                            .toList());
        });
        truth.hosts().values().stream()
                .filter(host -> host.tlsaFailure().isEmpty() && host.failure().isEmpty())
                .forEach(host -> {
                    Message answer = ask(resolver, "_25._tcp." + host.host() + '.', Type.TLSA);
                    boolean found = host.tlsaStatus().startsWith("FOUND");
                    softly.assertThat(Asking.data(answer, Type.TLSA).isEmpty())
                            .as(host.host())
                            .isNotEqualTo(found);
                    softly.assertThat(isAuthentic(answer))
                            .as(host.host())
                            .isEqualTo(host.security().equals("SECURE"));
                });
        softly.assertAll();
    }
}
