package org.mxcensus.cli.preflight;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.preflight.Operator;
import org.mxcensus.datasets.store.UserError;

/// Reads who measures: Java properties in UTF-8, lists with commas.
public final class OperatorFile {
    private static final Set<String> KEYS = Set.of(
            "organisation",
            "contact",
            "opt-out",
            "name",
            "addresses",
            "languages",
            "description",
            "purpose",
            "schedule",
            "results");

    private static final String DESCRIPTION =
            "Census of mail transport security: EHLO, STARTTLS and QUIT at mail servers; no mail is ever sent";
    private static final String PURPOSE = "We measure how well mail is protected on its way between servers (STARTTLS,"
            + " DANE, MTA-STS), to see where encryption works, where it is missing and how that changes over the years.";
    private static final String SCHEDULE =
            "A census visits each mail server a few times within some days, and is" + " repeated from time to time.";
    private static final String RESULTS = "What servers answer is kept as research data, and statistics of it are"
            + " published. It holds no mail and nothing about persons.";

    private final Path file;
    private final Properties properties;

    private OperatorFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /// @throws UserError where the file cannot be read, lacks what is needed, or has what is not understood
    public static Operator read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw unreadable(file, UserError.why(e), e);
        } catch (IllegalArgumentException e) { // an escape that is none
            throw unreadable(file, Objects.requireNonNullElse(e.getMessage(), "malformed"), e);
        }
        return new OperatorFile(file, properties).operator();
    }

    private Operator operator() {
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw mistake(
                    "has \"%s\", which means nothing"
                            .formatted(unknown.iterator().next()),
                    known());
        }
        List<String> contacts = list("contact");
        if (contacts.isEmpty()) {
            throw mistake("names no contact", "add one, such as contact = mailto:census@example.org");
        }
        String optOut = text("opt-out").orElse(contacts.getFirst());
        Stream.concat(contacts.stream(), Stream.of(optOut)).forEach(this::requireContact);
        return new Operator(
                text("organisation")
                        .orElseThrow(() -> mistake(
                                "does not say who measures", "add organisation = the name of your organisation")),
                contacts,
                optOut,
                text("name"),
                list("addresses").stream().map(this::address).toList(),
                languages(),
                text("description").orElse(DESCRIPTION),
                text("purpose").orElse(PURPOSE),
                text("schedule").orElse(SCHEDULE),
                text("results").orElse(RESULTS));
    }

    private List<String> languages() {
        List<String> given = list("languages");
        given.stream()
                .filter(tag -> !tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"))
                .findFirst()
                .ifPresent(tag -> {
                    throw mistake("has the language \"%s\"".formatted(tag), "give tags such as en or pt-BR");
                });
        return given.isEmpty() ? List.of("en") : given;
    }

    private void requireContact(String text) {
        if (!Operator.isContact(text)) {
            throw mistake(
                    "has the contact \"%s\"".formatted(text),
                    "give a URI such as mailto:census@example.org, https://example.org/contact or tel:+1-201-555-0123");
        }
    }

    private InetAddress address(String text) {
        try {
            return Literal.address(text);
        } catch (IllegalArgumentException e) {
            throw mistake("has the address \"%s\"".formatted(text), "give IP addresses with commas between them");
        }
    }

    private List<String> list(String key) {
        return text(key).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static UserError unreadable(Path file, String why, Exception cause) {
        return new UserError(
                "Cannot read the operator's file %s (%s); give a properties file in UTF-8 with --operator."
                        .formatted(file, why),
                cause);
    }

    /// Without line ends, which would begin another field of the file that is made of it.
    private Optional<String> text(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
    }

    private static String known() {
        return "the keys are " + String.join(", ", new TreeSet<>(KEYS));
    }

    private UserError mistake(String what, String advice) {
        return new UserError("The operator's file %s %s; %s.".formatted(file, what, advice));
    }
}
