package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mxcensus.ledger.RealServer;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// The root's keys that come with the program.
class ShippedAnchorsTest {

    @Test
    void theFileSaysAsOfWhenItIs() {
        assertThat(ShippedAnchors.get().asOf()).isEqualTo(LocalDate.parse("2026-10-11"));
    }

    @Tag("full")
    @Test
    void theyAreThoseThatDebianShips() throws IOException {
        Path theirs = RealServer.require("/usr/share/dns/root.ds");
        try (InputStream ours = ShippedAnchors.open();
                InputStream debian = Files.newInputStream(theirs)) {
            assertThat(anchors(ours)).hasSize(2).containsExactlyInAnyOrderElementsOf(anchors(debian));
        }
    }

    private static List<Record> anchors(InputStream zone) throws IOException {
        List<Record> anchors = new ArrayList<>();
        try (Master master = new Master(zone, Name.root, 0)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                assertThat(r).isInstanceOf(DSRecord.class);
                anchors.add(r);
            }
        }
        return anchors;
    }
}
