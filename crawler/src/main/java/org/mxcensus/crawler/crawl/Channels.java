package org.mxcensus.crawler.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.mxcensus.crawler.dns.Names;
import org.mxcensus.crawler.pace.Network;
import org.mxcensus.crawler.queue.Channel;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.store.Manifests;

/// What the three queues carry.
///
/// Whatever else writes to the broker, each message is taken for what it would have to be: a name that is none, a
/// target without an address. It cannot be looked at, and becomes a row that says so.
final class Channels {
    /// As [Manifests#JSON], on one line, and strict.
    private static final JsonMapper JSON = Manifests.JSON
            .rebuild()
            .disable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /// A longer name is none (RFC 1035 §2.3.4), and would only make a long row.
    private static final int LONGEST_NAME = 255;

    /// Domains of the frame. A domain that two sources have is one key.
    static final Channel<String> DOMAINS = names("domains");

    /// MX hosts, each with one owner, who looks it up once.
    static final Channel<String> MX_HOSTS = names("mx-hosts");

    /// Addresses to call at, each network with one owner, who keeps the pace.
    static final Channel<SmtpTarget> SMTP_TARGETS =
            new Channel<>("smtp-targets", SmtpTarget::network, Channels::json, Channels::target);

    /// All, in the order of the flow.
    static final List<String> NAMES = List.of(DOMAINS.name(), MX_HOSTS.name(), SMTP_TARGETS.name());

    private Channels() {}

    private static Channel<String> names(String name) {
        return new Channel<>(name, key -> key, text -> text.getBytes(StandardCharsets.UTF_8), Channels::text);
    }

    private static String text(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST_NAME);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
    }

    private static byte[] json(SmtpTarget target) {
        try {
            return JSON.writeValueAsBytes(target);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a target is plain data", e);
        }
    }

    private static SmtpTarget target(byte[] bytes) {
        try {
            // What is "null" in JSON is read as null.
            return Objects.requireNonNullElseGet(JSON.readValue(bytes, SmtpTarget.class), () -> noTarget(bytes));
        } catch (IOException e) {
            return noTarget(bytes);
        }
    }

    private static SmtpTarget noTarget(byte[] bytes) {
        return new SmtpTarget("", "", text(bytes), "", false);
    }

    /// @throws ForeignMessage where a message is no domain that any of ours could have sent
    static void requireDomain(String text) {
        if (!(DomainNames.normalize(text) instanceof NameOutcome.Name(String name)) || !name.equals(text)) {
            throw new ForeignMessage("domain", text);
        }
    }

    /// An exchange may have any name that can stand in an MX record.
    ///
    /// @throws ForeignMessage where a message is no host that any of ours could have sent
    static void requireHost(String text) {
        if (!Names.isName(text)) {
            throw new ForeignMessage("host", text);
        }
    }

    /// Whether a message is a target that one of ours can have sent. Its network decides who calls at it: with another
    /// one, two would.
    static boolean isTarget(SmtpTarget target) {
        try {
            return target.network().equals(Network.of(target.ip()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
