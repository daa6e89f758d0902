package org.mxcensus.datasets.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A small crawl of those domains at which a full crawl found something.
///
/// The recrawls of a kind are a dataset of their own, in the folder [Kind#folder()] of the dataset of the full
/// crawls. Whom a recrawl looks at was chosen by what was found, so its figures say nothing of all domains: whoever
/// reads the full crawls, by this program or any other, must not meet it among them.
///
/// @param kind what was found
/// @param full the full crawl that found it
public record Recrawl(Kind kind, LocalDate full) {
    private static final String KIND = "recrawl";
    private static final String FULL = "recrawl_of";

    /// What a domain is looked at again for.
    public enum Kind {
        /// Whatever has become of the records.
        DANE("dane", "with a secure MX answer and secure TLSA records"),
        /// Valid or not, alone or one of several.
        MTA_STS("mta-sts", "with an MTA-STS record"),
        /// To see how long it lasts.
        BROKEN("broken", "with DANE or MTA-STS broken");

        private final String id;
        private final String phrase;

        Kind(String id, String phrase) {
            this.id = id;
            this.phrase = phrase;
        }

        /// The kind's name in options, folders and JSON.
        @JsonValue
        public String id() {
            return id;
        }

        /// Which domains they are, after the word "domains".
        public String phrase() {
            return phrase;
        }

        /// Where the recrawls of this kind lie within the dataset of the full crawls.
        public String folder() {
            return "recrawl/" + id;
        }

        /// The kind of this name; empty where there is none.
        public static Optional<Kind> find(String id) {
            return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    /// As a manifest's configuration says it.
    public Map<String, String> recorded() {
        return Map.of(KIND, kind.id(), FULL, full.toString());
    }

    /// What a manifest says; empty for a full crawl.
    public static Optional<Recrawl> of(Manifest manifest) {
        Map<String, String> said = manifest.configuration();
        Optional<LocalDate> full = Optional.ofNullable(said.get(FULL)).map(LocalDate::parse);
        return Optional.ofNullable(said.get(KIND))
                .flatMap(Kind::find)
                .flatMap(kind -> full.map(crawl -> new Recrawl(kind, crawl)));
    }
}
