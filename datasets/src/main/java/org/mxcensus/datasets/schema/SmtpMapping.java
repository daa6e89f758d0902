package org.mxcensus.datasets.schema;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;

/// Table `smtp`: how an [SmtpObservation] is spread over the columns of an [SmtpRow].
public final class SmtpMapping {

    private SmtpMapping() {}

    public static SmtpRow toRow(SmtpObservation seen) {
        OutcomeCells cells = OutcomeCells.of(seen.outcome());
        SmtpDialogue said = seen.dialogue();
        return new SmtpRow(
                seen.host(),
                seen.ip(),
                seen.observedAt(),
                cells.outcome(),
                cells.stage(),
                cells.cause(),
                cells.alert(),
                cells.detail(),
                cells.replyCode(),
                cells.reply(),
                said.banner(),
                said.ehloName(),
                said.extensions(),
                said.ehloNameAfterTls(),
                said.extensionsAfterTls(),
                said.plaintext(),
                seen.sni(),
                cells.tls(),
                cells.chain(),
                seen.attempt(),
                seen.notBefore().orElse(null),
                seen.reusedFrom().orElse(null),
                seen.reuseAgreed().orElse(null),
                seen.connectMs(),
                seen.handshakeMs(),
                seen.elapsedMs(),
                seen.secondLooks().stream().map(SmtpMapping::cell).toList());
    }

    public static SmtpObservation toObservation(SmtpRow row) {
        OutcomeCells cells = new OutcomeCells(
                row.outcome(),
                row.stage(),
                row.cause(),
                row.alert(),
                row.detail(),
                row.replyCode(),
                row.reply(),
                row.tls(),
                row.chain());
        return new SmtpObservation(
                row.host(),
                row.ip(),
                row.observedAt(),
                row.sni(),
                cells.toOutcome(),
                new SmtpDialogue(
                        row.banner(),
                        row.ehloName(),
                        row.extensions(),
                        row.ehloNameAfterTls(),
                        row.extensionsAfterTls(),
                        row.plaintext()),
                row.attempt(),
                Optional.ofNullable(row.notBefore()),
                Optional.ofNullable(row.reusedFrom()),
                Optional.ofNullable(row.reuseAgreed()),
                row.connectMs(),
                row.handshakeMs(),
                row.elapsedMs(),
                looks(row.secondLooks()));
    }

    private static SmtpRow.SecondLookCell cell(SecondLook look) {
        OutcomeCells cells = OutcomeCells.of(look.outcome());
        return new SmtpRow.SecondLookCell(
                look.purpose(),
                cells.outcome(),
                cells.stage(),
                cells.cause(),
                cells.alert(),
                cells.detail(),
                cells.replyCode(),
                cells.reply(),
                cells.tls(),
                cells.chain());
    }

    private static List<SecondLook> looks(List<SmtpRow.SecondLookCell> cells) {
        return cells.stream().map(SmtpMapping::look).toList();
    }

    private static SecondLook look(SmtpRow.SecondLookCell cell) {
        OutcomeCells cells = new OutcomeCells(
                cell.outcome(),
                cell.stage(),
                cell.cause(),
                cell.alert(),
                cell.detail(),
                cell.replyCode(),
                cell.reply(),
                cell.tls(),
                cell.chain());
        return new SecondLook(cell.purpose(), cells.toOutcome());
    }
}
