package org.mxcensus.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The zone files of a world hold all of it, signed and linked as DNSSEC wants it.
class ZoneFilesTest {

    private static final World WORLD = World.of(
            ZoneSpec.of("nl"),
            DomainSpec.of("signed.nl")
                    .withSigned(true)
                    .withMx("10 mx.signed.nl")
                    .withTxt("a \"quoted\" text; with a semicolon")
                    .withNs(List.of("ns.signed.nl")),
            DomainSpec.of("unsigned.nl").withMx("10 mx.signed.nl"),
            DomainSpec.of("bogus.nl").withSigned(true).withDns(DnsBehaviour.BOGUS),
            DomainSpec.of("partly.nl")
                    .withSigned(true)
                    .withSts(StsSpec.of("v=STSv1; id=1", "version: STSv1\n").withRecordDns(DnsBehaviour.BOGUS)),
            HostSpec.of("mx.signed.nl").withTlsa("3 1 1 auto"));

    @TempDir
    static Path folder;

    private static Map<String, Path> files;

    @BeforeAll
    static void write() {
        try (Lab lab = Lab.start(WORLD, LabOptions.defaults())) {
            files = lab.writeZones(folder);
        }
    }

    @Test
    void thereIsAFileForEveryZone() throws IOException {
        assertThat(files)
                .containsOnlyKeys(".", "nl", "signed.nl", "unsigned.nl", "bogus.nl", "partly.nl", "test", "lab.test");
        assertThat(Files.readString(folder.resolve("nsd-zones.conf")))
                .contains(
                        "name: \"signed.nl\"",
                        "zonefile: \"" + files.get("signed.nl").toAbsolutePath() + '"');
    }

    @Test
    void whatTheWorldSaysIsInThem() throws IOException {
        assertThat(texts("signed.nl"))
                .contains(
                        "signed.nl. MX 10 mx.signed.nl.",
                        "signed.nl. TXT \"a \\\"quoted\\\" text; with a semicolon\"",
                        "signed.nl. NS ns.signed.nl.",
                        "ns.signed.nl. A 127.0.0.1")
                .anyMatch(text -> text.startsWith("_25._tcp.mx.signed.nl. TLSA 3 1 1 "));
        assertThat(texts("nl"))
                .anyMatch(text -> text.startsWith("signed.nl. DS "))
                .noneMatch(text -> text.startsWith("unsigned.nl. DS "));
    }

    @Test
    void aServerBelowItsOwnCutHasGlue() throws IOException {
        assertThat(texts("nl")).contains("signed.nl. NS ns.signed.nl.", "ns.signed.nl. A 127.0.0.1");
        assertThat(records("nl"))
                .filteredOn(record -> record.getName().equals(Zones.name("ns.signed.nl")))
                .extracting(Record::getType)
                .containsExactly(Type.A);
    }

    @Test
    void everySetOfASignedZoneIsSignedByItsKeyAndTheDelegationsAreNot() throws Exception {
        for (String apex : List.of(".", "nl", "signed.nl")) {
            DNSKEYRecord key = key(apex);
            for (RRset set : sets(apex)) {
                boolean delegated = set.getType() == Type.NS && !set.getName().equals(Zones.name(apex));
                assertThat(set.sigs()).as(set.toString()).hasSize(delegated || isGlue(set.first(), apex) ? 0 : 1);
                for (RRSIGRecord signature : set.sigs()) {
                    assertThatCode(() -> DNSSEC.verify(set, signature, key)).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void brokenSignaturesAreBrokenInTheFilesToo() throws Exception {
        DNSKEYRecord key = key("bogus.nl");
        for (RRset set : sets("bogus.nl")) {
            assertThatCode(() -> DNSSEC.verify(set, set.sigs().getFirst(), key)).isInstanceOf(DNSSECException.class);
        }
    }

    @Test
    void aBrokenNameDoesNotBreakTheDenialsOfThoseThatFollow() throws Exception {
        DNSKEYRecord key = key("partly.nl");
        Name broken = Zones.name("_mta-sts.partly.nl");
        Name following = Zones.name("_smtp._tls.partly.nl");
        RRset denial = sets("partly.nl").stream()
                .filter(set -> set.getType() == Type.NSEC && set.getName().compareTo(following) < 0)
                .max(Comparator.comparing(RRset::getName))
                .orElseThrow();

        assertThatCode(() -> DNSSEC.verify(denial, denial.sigs().getFirst(), key))
                .doesNotThrowAnyException();
        assertThat(sets("partly.nl"))
                .filteredOn(set -> set.getName().equals(broken))
                .extracting(RRset::getType)
                .containsExactlyInAnyOrder(Type.TXT, Type.NSEC);
        for (RRset set : sets("partly.nl")) {
            if (set.getName().equals(broken)) {
                assertThatCode(() -> DNSSEC.verify(set, set.sigs().getFirst(), key))
                        .isInstanceOf(DNSSECException.class);
            }
        }
    }

    @Test
    void theDenialsFormARing() throws IOException {
        for (String apex : List.of(".", "nl", "signed.nl")) {
            Map<Name, Name> next = new TreeMap<>();
            Set<Name> owners = new TreeSet<>();
            for (Record record : records(apex)) {
                if (record instanceof NSECRecord nsec) {
                    next.put(nsec.getName(), nsec.getNext());
                } else if (record.getType() != Type.RRSIG && !isGlue(record, apex)) {
                    owners.add(record.getName());
                }
            }
            List<Name> ring = new ArrayList<>();
            Name at = Zones.name(apex);
            do {
                ring.add(at);
                at = next.get(at);
            } while (at != null && !at.equals(Zones.name(apex)) && ring.size() <= next.size());
            assertThat(ring).containsExactlyElementsOf(owners);
        }
    }

    @Test
    void anUnsignedZoneHasNoneOfThat() throws IOException {
        assertThat(records("unsigned.nl"))
                .extracting(Record::getType)
                .doesNotContain(Type.RRSIG, Type.NSEC, Type.DNSKEY);
    }

    /// Addresses that the zone tells only so that a delegation can be followed.
    private static boolean isGlue(Record record, String apex) {
        String zone = WORLD.cuts().enclosing(Zones.text(record.getName())).apex();
        return record.getType() == Type.A && !zone.equals(apex);
    }

    private static DNSKEYRecord key(String apex) throws IOException {
        return (DNSKEYRecord) records(apex).stream()
                .filter(record -> record.getType() == Type.DNSKEY)
                .findFirst()
                .orElseThrow();
    }

    private static List<Record> records(String apex) throws IOException {
        List<Record> records = new ArrayList<>();
        try (Master master = new Master(String.valueOf(files.get(apex)), Name.root)) {
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.add(record);
            }
        }
        return records;
    }

    private static List<String> texts(String apex) throws IOException {
        return records(apex).stream()
                .map(record -> record.getName() + " " + Type.string(record.getType()) + ' ' + record.rdataToString())
                .toList();
    }

    private static List<RRset> sets(String apex) throws IOException {
        Map<String, RRset> sets = new TreeMap<>();
        for (Record record : records(apex)) {
            int type = record instanceof RRSIGRecord signature ? signature.getTypeCovered() : record.getType();
            sets.computeIfAbsent(record.getName() + " " + type, any -> new RRset())
                    .addRR(record);
        }
        return List.copyOf(sets.values());
    }
}
