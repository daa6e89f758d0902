package org.mxcensus.lab.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.truth.AddressTruth;
import org.mxcensus.lab.truth.DomainTruth;
import org.mxcensus.lab.truth.Truth;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Type;

/// Many domains that share one host, or one address.
class CrowdsTest {

    @Test
    void fiftyThousandDomainsHaveOneHost() {
        World world = Crowds.atOneHost(50_000);
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            assertThat(world.hosts()).hasSize(1);
            assertThat(Asking.data(Asking.ask(new Asking(lab).stub(), "d49999.nl.", Type.MX), Type.MX))
                    .containsExactly("10 mx.crowd.net.");
            assertThat(lab.truth().hosts()).hasSize(1);
            assertThat(lab.truth().domains()).hasSize(50_000);
        }
    }

    @Test
    void fiveThousandNamesStandAtOneAddressWithOneCertificate() throws Exception {
        World world = Crowds.atOneAddress(5_000);
        Truth truth = Truth.of(world);
        assertThat(truth.hosts()).hasSize(5_000);
        assertThat(truth.addresses())
                .extracting(AddressTruth::ip, AddressTruth::certificateTrusted, AddressTruth::certificateName)
                .containsOnly(tuple(Crowds.ADDRESS, "YES", "YES"));
        assertThat(truth.domains().values()).extracting(DomainTruth::mxStatus).containsOnly("HOSTS");
        try (Lab lab = Lab.start(world, LabOptions.defaults())) {
            assertThat(certificate(lab, "d0.inbound.crowd.net")).isEqualTo(certificate(lab, "d4999.inbound.crowd.net"));
        }
    }

    private static Object certificate(Lab lab, String name) throws Exception {
        try (Conversation talk = new Conversation(Crowds.ADDRESS, lab.smtpPort())) {
            talk.hear();
            talk.say("EHLO census.example");
            talk.say("STARTTLS");
            return Conversation.chain(talk.handshakeTrusting(lab, name)).getFirst();
        }
    }
}
