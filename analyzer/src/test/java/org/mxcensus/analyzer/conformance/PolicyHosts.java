package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.analyzer.conformance.PolicyHost.Fetch;
import org.mxcensus.datasets.observation.DnsFailure;

/// Policy hosts of the domain `sts.example`, and what they answer.
record PolicyHosts(Workshop workshop) {
    static final String DOMAIN = "sts.example";
    static final String GOOD = "version: STSv1\nmode: enforce\nmx: *.mx.example\nmax_age: 604800\n";
    private static final String HOST = "mta-sts." + DOMAIN;

    PolicyHost serving(String text) {
        return response(200, null, text, good(), workshop.intermediate());
    }

    PolicyHost typed(String mediaType) {
        return response(200, mediaType, GOOD, good(), workshop.intermediate());
    }

    PolicyHost status(int code) {
        return response(code, null, null, good(), workshop.intermediate());
    }

    PolicyHost failing(Fetch fetch) {
        List<String> chain = fetch == Fetch.NO_HTTP ? names(good(), workshop.intermediate()) : List.of();
        return new PolicyHost(fetch, null, null, null, null, chain);
    }

    PolicyHost lookup(DnsFailure failure) {
        return new PolicyHost(Fetch.LOOKUP_FAILED, failure, null, null, null, List.of());
    }

    /// The good policy under a certificate of this kind.
    PolicyHost showing(String kind) {
        return response(200, null, GOOD, chain(kind));
    }

    PolicyHost showing(String kind, int code) {
        return response(code, null, null, chain(kind));
    }

    private Identity[] chain(String kind) {
        return switch (kind) {
            case "wrong-name" -> below(kind, Form.server(DOMAIN));
            case "wildcard" -> below(kind, Form.server("*." + DOMAIN));
            case "common-name" -> below(kind, Form.server().named(HOST));
            case "second-name" -> below(kind, Form.server("www." + DOMAIN, HOST));
            case "incomplete" -> new Identity[] {good()};
            case "expired" ->
                new Identity[] {
                    own(kind, () -> workshop.intermediate().issue(Workshop.expired(Form.server(HOST)))),
                    workshop.intermediate()
                };
            case "not-yet" ->
                new Identity[] {
                    own(kind, () -> workshop.intermediate().issue(Workshop.coming(Form.server(HOST)))),
                    workshop.intermediate()
                };
            case "self-signed" -> new Identity[] {own(kind, () -> Pki.selfSigned(Workshop.lasting(Form.server(HOST))))};
            case "stranger" ->
                new Identity[] {
                    own(kind, () -> workshop.stranger().issue(Workshop.lasting(Form.server(HOST)))), workshop.stranger()
                };
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Identity[] below(String kind, Form form) {
        return new Identity[] {
            own(kind, () -> workshop.intermediate().issue(Workshop.lasting(form))), workshop.intermediate()
        };
    }

    private Identity own(String kind, Supplier<Identity> make) {
        return workshop.identity("policy-" + kind, make);
    }

    private Identity good() {
        return own("good", () -> workshop.intermediate().issue(Workshop.lasting(Form.server(HOST))));
    }

    private PolicyHost response(int code, String mediaType, String text, Identity... chain) {
        return new PolicyHost(Fetch.RESPONSE, null, code == 200 ? null : code, mediaType, text, names(chain));
    }

    private List<String> names(Identity... chain) {
        return Stream.of(chain).map(workshop::nameOf).toList();
    }
}
