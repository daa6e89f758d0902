package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.Finding;

/// What a sender makes of a TLSA look-up (RFC 7672 §2.1.2, §2.2.2).
class TlsaStateTest {
    private static final String HOST = "mx.example.nl";
    private static final Pki.Identity LEAF = Pki.root(HOST);

    static Stream<Arguments> lookups() {
        return Stream.of(
                Arguments.of(
                        Security.SECURE,
                        Seen.found(HOST, Seen.tlsa(3, 1, 1, LEAF)),
                        new TlsaState.Usable(
                                HOST, List.of(Seen.tlsa(3, 1, 1, LEAF)), List.of(Seen.tlsa(3, 1, 1, LEAF)))),
                Arguments.of(
                        Security.SECURE,
                        Seen.found(HOST, Seen.tlsa(1, 1, 1, LEAF)),
                        new TlsaState.Unusable(List.of(Seen.tlsa(1, 1, 1, LEAF)))),
                Arguments.of(
                        Security.INSECURE,
                        new TlsaOutcome.FoundInsecure(HOST, List.of(Seen.tlsa(3, 1, 1, LEAF)), 1),
                        new TlsaState.None(true)),
                Arguments.of(Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), new TlsaState.None(false)),
                Arguments.of(Security.SECURE, failed(DnsFailure.BOGUS), new TlsaState.LookupFailed(DnsFailure.BOGUS)),
                Arguments.of(Security.INSECURE, failed(DnsFailure.SERVFAIL), new TlsaState.None(false)),
                Arguments.of(
                        Security.SECURE,
                        failed(DnsFailure.INTERNAL_ERROR),
                        new TlsaState.Unmeasured(DaneCause.LOOKUP_INTERNAL_ERROR)));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void whatALookupMeans(Security security, TlsaOutcome outcome, TlsaState state) {
        assertThat(TlsaState.of(Seen.host(HOST, security, outcome))).isEqualTo(state);
    }

    @Test
    void whetherTlsaIsDeployed() {
        List<TlsaRecord> records = List.of(Seen.tlsa(3, 1, 1, LEAF));

        assertThat(new TlsaState.Usable(HOST, records, records).deployed()).isEqualTo(Finding.YES);
        assertThat(new TlsaState.Unusable(records).deployed()).isEqualTo(Finding.YES);
        assertThat(new TlsaState.None(true).deployed()).isEqualTo(Finding.NO);
        assertThat(new TlsaState.LookupFailed(DnsFailure.BOGUS).deployed()).isEqualTo(Finding.UNMEASURED);
        assertThat(new TlsaState.Unmeasured(DaneCause.NOT_MEASURED).deployed()).isEqualTo(Finding.UNMEASURED);
    }

    @ParameterizedTest
    @EnumSource(DnsFailure.class)
    void onlyTheZoneOrItsServersMakeAnAnswerBogusOrFail(DnsFailure failure) {
        AddressDane dane = new AddressDane(
                new TlsaState.LookupFailed(failure),
                new Chains(TestCrawl.roots()),
                Certificates.of(List.of()),
                new AddressDane.Past(Optional.empty(), Certificates.of(List.of())));

        assertThat(dane.lookupIsTheirs()).isEqualTo(failure == DnsFailure.BOGUS || failure == DnsFailure.SERVFAIL);
    }

    static Stream<Arguments> notAsked() {
        Answer<List<String>> none = new Answer.NoData<>(Security.SECURE);
        Answer<List<String>> failed = new Answer.Failed<>(DnsFailure.TIMEOUT);
        return Stream.of(
                Arguments.of(none, none, new TlsaState.None(false)),
                Arguments.of(failed, none, new TlsaState.Unmeasured(DaneCause.NOT_MEASURED)),
                Arguments.of(none, failed, new TlsaState.Unmeasured(DaneCause.NOT_MEASURED)));
    }

    @ParameterizedTest
    @MethodSource("notAsked")
    void withoutAddressesNobodyAsks(Answer<List<String>> a, Answer<List<String>> aaaa, TlsaState state) {
        HostObservation host = Seen.host(HOST, a, aaaa, new TlsaOutcome.NotAsked());

        assertThat(TlsaState.of(host)).isEqualTo(state);
    }

    private static TlsaOutcome failed(DnsFailure failure) {
        return new TlsaOutcome.Failed(HOST, failure, List.of());
    }
}
