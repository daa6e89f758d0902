package org.mxcensus.analyzer.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.PublicSuffixes;

/// Our attribution beside that of a list of patterns by somebody else (EmailKarma/mx-preferance, MIT).
final class OtherAttributionTest {
    private static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());

    /// What a comparison can end in. All but the first are disagreements.
    private enum Outcome {
        AGREED,
        /// The same organisation by a name of its product, its trade or its owner.
        NAMED_OTHERWISE,
        /// The pattern is known to be somebody else's.
        THEIRS_IS_WRONG,
        /// The pattern says whose domain it is (a government's, a university's, any customer's where a panel wrote
        /// the name of the host), not who receives its mail.
        WHOSE_DOMAIN,
        /// Our map does not have it, so that it goes by registered domain.
        NOT_IN_OUR_MAP,
        UNEXPLAINED
    }

    /// By their pattern: what it is to us, and why that is the same.
    private static final Map<String, String> NAMED_OTHERWISE = Map.ofEntries(
            Map.entry("biglobe.ne.jp", "BIGLOBE, which KDDI owns"),
            Map.entry("charter.net", "Charter, whose trade name is Spectrum"),
            Map.entry("gmail-smtp-in.l.google.com", "Google, whose service is Gmail"),
            Map.entry("hostedemail.com", "Tucows, whose registrar is Hover"),
            Map.entry("kasserver.com", "ALL-INKL, whose panel is KAS"),
            Map.entry("mail.gandi.net", "Gandi, which Total Webhosting Solutions bought"),
            Map.entry("mailcluster.loopia.se", "Loopia, which they give to its owner"),
            Map.entry("mailinator.com", "Mailinator, which they give to a class of services"),
            Map.entry("mailspamprotection.com", "SiteGround, whose filter has that name"),
            Map.entry("park-mx.above.com", "Above.com, which they give to a class of services"),
            Map.entry("register.it", "Register.it, which they give to its owner"),
            Map.entry("simplelogin.co", "SimpleLogin, which Proton bought"),
            Map.entry("^mx\\d+\\.secure-mailgate\\.com$", "Secure Mailgate, which they call MailGate SC"),
            Map.entry("rzone.de", "Strato, a sister of IONOS"));

    /// By their pattern: whose it is.
    private static final Map<String, String> THEIRS_IS_WRONG = Map.of(
            "cloudfilter.net", "Cloudmark's, which is Proofpoint's",
            "iphmx.com", "Cisco's (IronPort), not Proofpoint's",
            "mxrecord.io", "Area 1's, which is Cloudflare's, not Cisco's",
            "mxrecord.mx", "Area 1's, which is Cloudflare's, not Cisco's",
            "serviciodecorreo.es", "Arsys's, not Namecheap's",
            "titan.email", "Titan's, not TitanHQ's",
            "tlen.pl", "Wirtualna Polska's, not O2's");

    private static final Set<String> WHOSE_DOMAIN = Set.of(
            "edu",
            "gov",
            "gov.au",
            "gc.ca",
            "gouv.fr",
            "gov.hk",
            "go.jp",
            "gov.pl",
            "gob.es",
            "gov.se",
            "gov.uk",
            "^_dc-mx\\.[a-f0-9]+\\.");

    private record Rule(String provider, String kind, String pattern, int priority) {
        boolean matches(String host) {
            return switch (kind) {
                case "exact" -> host.equals(pattern);
                case "suffix" -> host.equals(pattern) || host.endsWith("." + pattern);
                case "contains" -> host.contains(pattern);
                case "regex" -> Pattern.compile(pattern).matcher(host).find();
                default -> throw new AssertionError("a new kind of rule: " + kind);
            };
        }
    }

    private final List<String> unexplained = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    @Test
    void patternsOfOthersAgreeOrTheDisagreementIsExplained() throws IOException {
        List<Rule> rules = rules();
        Map<Outcome, Integer> ofRules = new EnumMap<>(Outcome.class);
        rules.stream()
                .filter(rule -> !rule.kind().equals("regex"))
                .forEach(rule -> ofRules.merge(compare(rule, rule.pattern()), 1, Integer::sum));
        Map<Outcome, Integer> ofBodies = new EnumMap<>(Outcome.class);
        for (PublicBodies.Body body : PublicBodies.withMx()) {
            rules.stream()
                    .filter(rule -> rule.matches(body.host()))
                    .findFirst()
                    .ifPresent(rule -> ofBodies.merge(compare(rule, body.host()), 1, Integer::sum));
        }

        assertThat(unexplained).isEmpty();
        assertThat(ofRules.get(Outcome.AGREED)).as("%s", ofRules).isGreaterThanOrEqualTo(110);
        assertThat(ofBodies.get(Outcome.AGREED)).as("%s", ofBodies).isGreaterThan(4_500);
        assertThat(ofBodies).as("our map names whom theirs names").doesNotContainKey(Outcome.NOT_IN_OUR_MAP);
        assertThat(used)
                .as("explanations that explain something")
                .containsAll(NAMED_OTHERWISE.keySet())
                .containsAll(THEIRS_IS_WRONG.keySet())
                .containsAll(WHOSE_DOMAIN);
    }

    private Outcome compare(Rule rule, String host) {
        Optional<Provider> ours = PROVIDERS.map().ofExchange(host);
        Outcome outcome = outcome(rule, ours);
        if (outcome != Outcome.AGREED) {
            used.add(rule.pattern());
        }
        if (outcome == Outcome.UNEXPLAINED) {
            unexplained.add("%s is %s's to them, %s's to us"
                    .formatted(host, rule.provider(), ours.map(Provider::name).orElse("nobody")));
        }
        return outcome;
    }

    private static Outcome outcome(Rule rule, Optional<Provider> ours) {
        if (WHOSE_DOMAIN.contains(rule.pattern())) {
            return Outcome.WHOSE_DOMAIN;
        }
        if (ours.isEmpty()) {
            return Outcome.NOT_IN_OUR_MAP;
        }
        if (THEIRS_IS_WRONG.containsKey(rule.pattern())) {
            return Outcome.THEIRS_IS_WRONG;
        }
        if (NAMED_OTHERWISE.containsKey(rule.pattern())) {
            return Outcome.NAMED_OTHERWISE;
        }
        return isAlike(rule.provider(), ours.get()) ? Outcome.AGREED : Outcome.UNEXPLAINED;
    }

    /// Whether one name holds the other, or the first label of the id.
    private static boolean isAlike(String theirs, Provider ours) {
        String name = letters(theirs);
        String label = letters(ours.id().substring(0, ours.id().indexOf('.')));
        return name.contains(letters(ours.name()))
                || letters(ours.name()).contains(name)
                || name.contains(label)
                || label.contains(name);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// In the order in which they are to be tried.
    private static List<Rule> rules() throws IOException {
        return Files.readAllLines(PublicBodies.data("judges").resolve("mx-provider-patterns.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 5))
                .map(cells -> new Rule(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])))
                .sorted(Comparator.comparingInt(Rule::priority))
                .toList();
    }
}
