package org.mxcensus.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.store.UserError;

/// World files: what they say, and what a person is told who wrote something else.
class WorldFileTest {

    @TempDir
    Path folder;

    private World read(String... lines) throws IOException {
        return World.read(Files.writeString(folder.resolve("world.jsonl"), String.join("\n", lines)));
    }

    @Test
    void saysWhatZonesDomainsAndHostsAreLike() throws IOException {
        World world = read(
                "# a comment",
                "",
                "{\"zone\":\"nl\",\"signed\":true}",
                "{\"domain\":\"example.nl\",\"signed\":true,\"mx\":[\"10 mx1.example.net\"],\"txt\":[\"v=spf1 -all\"],"
                        + "\"sts\":{\"record\":\"v=STSv1; id=1\",\"policy\":\"version: STSv1\\nmode: enforce\\n\",\"behaviour\":\"ok\"},"
                        + "\"tlsrpt\":\"v=TLSRPTv1; rua=mailto:t@example.nl\"}",
                "{\"host\":\"mx1.example.net\",\"signed\":true,\"addresses\":[\"127.9.1.1\"],\"tlsa\":[\"3 1 1 auto\"],"
                        + "\"smtp\":{\"behaviour\":\"starttls\",\"cert\":\"ca-signed\"}}");
        assertThat(world.zones()).containsExactly(ZoneSpec.of("nl"));
        assertThat(world.domains())
                .containsExactly(DomainSpec.of("example.nl")
                        .withSigned(true)
                        .withMx("10 mx1.example.net")
                        .withTxt("v=spf1 -all")
                        .withSts(StsSpec.of("v=STSv1; id=1", "version: STSv1\nmode: enforce\n"))
                        .withTlsRpt("v=TLSRPTv1; rua=mailto:t@example.nl"));
        assertThat(world.hosts())
                .containsExactly(HostSpec.of("mx1.example.net")
                        .withSigned(true)
                        .withAddresses("127.9.1.1")
                        .withTlsa("3 1 1 auto"));
    }

    @Test
    void readsBackWhatItWrote() {
        World world = World.of(
                ZoneSpec.of("com").withSigned(false).withDns(DnsBehaviour.TIMEOUT),
                DomainSpec.of("a.com").withExists(false),
                DomainSpec.of("b.com")
                        .withDns(DnsBehaviour.REFUSED)
                        .withMx("0 .")
                        .withDmarc("one", "two")
                        .withNs(List.of("ns1.b.com"))
                        .withDenial(Denial.WILDCARD)
                        .withHints(Set.of(Hint.DKIM))
                        .withSts(StsSpec.of(
                                        List.of("v=STSv1; id=1", "v=STSv1; id=2"),
                                        Optional.empty(),
                                        PolicyBehaviour.NOT_FOUND)
                                .withRecordDns(DnsBehaviour.SERVFAIL)
                                .withHostDns(DnsBehaviour.TIMEOUT)
                                .withCname("sts.c.com")),
                HostSpec.of("x.d.com")
                        .withSigned(true)
                        .withDns(DnsBehaviour.BOGUS)
                        .withTlsaDns(DnsBehaviour.SERVFAIL)
                        .withTlsa("3 1 1 previous", "3 1 1 next", "2 1 1 retired-ca", "3 1 1 00ff")
                        .withSmtp(SmtpSpec.of(SmtpBehaviour.CLOSED)
                                .withAt(Stage.EHLO)
                                .withAlert(Alert.UNKNOWN_CA)
                                .withSpeech(Speech.BARE_LF)
                                .withOffer(Offer.TWICE)
                                .withLimit(Limit.parse("2 at once"))
                                .withCert(CertificateKind.EXPIRED)
                                .withKeyType(KeyType.RSA_1024)
                                .withTls(TlsSupport.DHE)
                                .withGroup(TlsGroup.P_384)
                                .withKey(3)),
                HostSpec.of("none.d.com").withAddresses(),
                HostSpec.of("alias.d.com").withCname("x.d.com"));
        Path file = folder.resolve("written.jsonl");
        world.write(file);
        assertThat(World.read(file)).isEqualTo(world);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"domain":"a.nl"                              | line 2, is not one JSON object
            {"domain":"a.nl"} {"domain":"b.nl"}           | line 2, is not one JSON object
            [1]                                           | line 2: a line must be an object
            {"name":"a.nl"}                               | a line describes a "zone", a "domain" or a "host"
            {"domain":"a.nl","mxs":["10 b.nl"]}           | domain has no field "mxs"; it has denial, dmarc, dns, domain
            {"domain":"a.nl","mx":["b.nl"]}               | MX 'b.nl' is not of the form 'PREFERENCE HOST'
            {"domain":"a.nl","mx":["70000 b.nl"]}         | is not of the form
            {"domain":"ä.nl"}                             | 'ä.nl' is not a domain name (write international names as A-labels
            {"domain":"a.nl","signed":"yes"}              | "signed" must be true or false
            {"domain":"a.nl","dns":"flaky"}               | "dns" is 'flaky'; it can be ok, servfail, bogus
            {"domain":"a.nl","dns":"bogus"}               | a.nl is bogus but not signed
            {"domain":"a.nl","sts":{"record":"v=STSv1"}}  | has nothing to serve
            {"domain":"a.nl","sts":"v=STSv1"}             | sts must be an object
            {"host":"m.nl","tlsa":["3 1 1"]}              | TLSA '3 1 1' is not of the form
            {"host":"m.nl","tlsa":["3 9 1 auto"]}         | TLSA '3 9 1 auto' has no right data
            {"host":"m.nl","tlsa":["2 1 1 previous"]}     | there is no previous for this usage
            {"host":"m.nl","tlsa":["3 1 1 other-key"]}    | m.nl has no second key for its TLSA record
            {"host":"m.nl","tlsa":["300 1 1 00"]}         | does not fit into an octet
            {"host":"m.nl","addresses":["8.8.8.8"]}       | address 8.8.8.8 of m.nl is not on loopback
            {"host":"m.nl","addresses":[1]}               | "addresses" must be a text in quotes
            {"host":"m.nl","cname":"n.nl","addresses":["127.0.0.9"]} | an alias has no addresses of its own
            {"host":"m.nl","smtp":{"behaviour":"rude"}}   | "behaviour" is 'rude'; it can be starttls, plain
            {"host":"m.nl","smtp":{"at":"quit"}}          | cannot be starttls at quit; leave out "at"
            {"host":"m.nl","smtp":{"behaviour":"blocked","at":"quit"}} | cannot be blocked at quit; "at" can be greeting, ehlo
            {"host":"m.nl","smtp":{"limit":"few"}}        | limit 'few' is not of the form 'N at once' or 'N a second'
            {"host":"m.nl","smtp":{"tls":"dhe"}}          | cannot do TLS of kind dhe with its key; add "key_type":"rsa-2048"
            {"host":"m.nl","smtp":{"alert":"help"}}       | "alert" is 'help'; it can be close_notify
            {"host":"m.nl","smtp":{"key":"new"}}          | "key" must be a whole number
            """)
    void aMistakeIsOneSentenceWithFileAndLine(String line, String sentence) {
        assertThatThrownBy(() -> read("# first", line))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("world.jsonl, line 2")
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"domain":"a.nl"} | {"domain":"A.nl"} | a.nl is described twice
            {"domain":"a.nl","signed":true} | {"host":"m.a.nl","signed":false} | host m.a.nl says signed: false, but domain a.nl, whose zone it lies in, says signed: true
            {"host":"m.a.nl","signed":false} | {"host":"n.a.nl","signed":true} | host n.a.nl says signed: true, but host m.a.nl
            {"domain":"a.nl","exists":false} | {"host":"m.a.nl"} | lies in a domain that does not exist
            """)
    void aContradictionIsOneSentenceWithBothSides(String first, String second, String sentence) {
        assertThatThrownBy(() -> read(first, second))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("world.jsonl contradicts itself")
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereIsOneSentenceToo() {
        assertThatThrownBy(() -> World.read(folder.resolve("nowhere.jsonl")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere.jsonl cannot be read");
    }

    @Test
    void aFileThatIsNotTextIsOneSentenceToo() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, (byte) 0xc3, 1, 2});
        assertThatThrownBy(() -> World.read(binary))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void everyFixtureHasAWordOfItsOwnAndASentence() {
        Fixtures.byField().values().forEach(fixtures -> {
            assertThat(fixtures)
                    .extracting(Fixture::id)
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches("[a-z0-9._-]+"));
            assertThat(fixtures)
                    .extracting(Fixture::describe)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.endsWith("."));
            fixtures.forEach(fixture -> assertThat(Fixtures.list()).contains(fixture.id(), fixture.describe()));
        });
    }
}
