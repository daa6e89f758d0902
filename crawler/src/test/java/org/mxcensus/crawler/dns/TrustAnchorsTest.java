package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What validation starts from, and that it leads to the real root.
class TrustAnchorsTest {

    @TempDir
    private Path folder;

    @Test
    void bothKeysOfTheRootAreShipped() throws IOException {
        assertThat(shipped()).extracting(DSRecord::getFootprint).containsExactly(20326, 38696);
        assertThat(shipped()).allSatisfy(ds -> {
            assertThat(ds.getName()).isEqualTo(Name.root);
            assertThat(ds.getAlgorithm()).isEqualTo(DNSSEC.Algorithm.RSASHA256);
            assertThat(ds.getDigestID()).isEqualTo(DSRecord.SHA256_DIGEST_ID);
            assertThat(ds.getDigest()).hasSize(32);
        });
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> TrustAnchors.open(Optional.of(missing)))
                .isInstanceOf(UserError.class)
                .hasMessage("The trust anchor file " + missing + " cannot be read; check the path.");
    }

    @Test
    void aFileWithoutAnchorsIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("zone"), ". 300 IN NS a.example.\n");
        assertThatThrownBy(() -> TrustAnchors.open(Optional.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file + " holds neither a DS nor a DNSKEY record");
    }

    @Test
    void aFileOfSomethingElseIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("xml"), "<TrustAnchor/>\n");
        assertThatThrownBy(() -> TrustAnchors.open(Optional.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file + " is not in zone file format");
    }

    /// The root zone as it was signed in November 2023, with the clock put back.
    @Tag("full")
    @ParameterizedTest
    @CsvSource({
        "2023-11-06T00:00:00Z, SECURE",
        "2026-08-22T00:00:00Z, BOGUS",
    })
    void theRealRootValidatesInItsTime(Instant time, String outcome) throws IOException {
        List<Record> root = realRoot();
        DNSKEYRecord ksk = root.stream()
                .filter(r -> r instanceof DNSKEYRecord key && (key.getFlags() & DNSKEYRecord.Flags.SEP_KEY) != 0)
                .map(DNSKEYRecord.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(shipped()).contains(new DSRecord(Name.root, 1, 0, DSRecord.SHA256_DIGEST_ID, ksk));

        Exchange wire = (question, tally) -> new Reply.Answered(answer(root, question));
        InProcessValidation validation = new InProcessValidation(
                wire, TrustAnchors.open(Optional.empty()), Clock.fixed(time, ZoneOffset.UTC), none -> {});
        Reply reply = validation.ask(new Question(Name.fromConstantString("nl."), Type.DS), new Tally());
        assertThat(outcomeOf(reply)).isEqualTo(outcome);
    }

    private static String outcomeOf(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> answered.message().getHeader().getFlag(Flags.AD) ? "SECURE" : "INSECURE";
            case Reply.Failed failed -> failed.failure().name();
        };
    }

    /// An RRset of the zone with its signatures.
    private static Message answer(List<Record> zone, Question question) {
        Message message = new Message();
        message.getHeader().setFlag(Flags.QR);
        message.addRecord(Record.newRecord(question.name(), question.type(), 1), Section.QUESTION);
        zone.stream()
                .filter(r -> r.getName().equals(question.name()) && r.getRRsetType() == question.type())
                .forEach(r -> message.addRecord(r, Section.ANSWER));
        return message;
    }

    private static List<DSRecord> shipped() throws IOException {
        List<DSRecord> records = new ArrayList<>();
        try (InputStream in = TrustAnchors.open(Optional.empty());
                Master master = new Master(in, Name.root, 0)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                records.add((DSRecord) r);
            }
        }
        return records;
    }

    private static List<Record> realRoot() throws IOException {
        String data = System.getenv("MXCENSUS_REAL_DATA");
        Assumptions.assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the real root zone is not at hand");
        List<Record> records = new ArrayList<>();
        Path file = Path.of(data, "zones", "root-2023-11-05.signed.zone.gz");
        try (Master master = new Master(new GZIPInputStream(Files.newInputStream(file)), Name.root)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                records.add(r);
            }
        }
        return records;
    }
}
