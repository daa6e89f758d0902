package org.mxcensus.datasets.schema;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.observation.CertificateObservation;

/// Table `certificates`: how a [CertificateObservation] is spread over the columns of a [CertificateRow].
public final class CertificateMapping {

    private CertificateMapping() {}

    public static CertificateRow toRow(CertificateObservation seen) {
        return new CertificateRow(
                seen.sha256(),
                Binary.fromConstantByteArray(seen.der()),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
