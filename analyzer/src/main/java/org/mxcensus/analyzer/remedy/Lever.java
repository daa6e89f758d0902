package org.mxcensus.analyzer.remedy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody could do, or have done, for the domains of its customers.
public enum Lever {
    /// It publishes the right TLSA records for all its MX hosts whose names are signed (RFC 7672 §2.2).
    TLSA(
            "tlsa",
            "TLSA",
            Party.Kind.PROVIDER,
            Goal.DANE,
            "It publishes right TLSA records for its MX hosts with signed names.",
            new Parts("published", "now", "secure")),
    /// It also signs the names of its MX hosts: by itself a signature proves nothing of a server.
    SIGNED_HOSTS(
            "signed_hosts",
            "+ hosts",
            Party.Kind.PROVIDER,
            Goal.DANE,
            "It also signs the names of all its MX hosts.",
            new Parts("signed", "now", "secure")),
    /// The DNS operators sign the zones of the domains that use its MX hosts; the hosts stay as they are.
    SIGNED_DOMAINS(
            "signed_domains",
            "zones",
            Party.Kind.PROVIDER,
            Goal.DANE,
            "The DNS operators sign the zones of its customers, and it does nothing.",
            new Parts("in_signed_zone", "in_signed_zone", "NOT secure")),
    /// All of that together.
    TOGETHER(
            "together",
            "together",
            Party.Kind.PROVIDER,
            Goal.DANE,
            "It publishes right TLSA records, signs the names of its MX hosts, and the zones of its customers are signed.",
            new Parts("signed", "in_signed_zone", "TRUE")),
    /// It serves a policy of mode `enforce` for each domain, with all its MX hosts in it (RFC 8461 §4.1).
    HOSTED_STS(
            "hosted_sts",
            "MTA-STS",
            Party.Kind.PROVIDER,
            Goal.MTA_STS,
            "It serves its customers' policies of MTA-STS in mode enforce: so many more are enforced.",
            new Parts("sts", "sts", "TRUE")),
    /// It signs the zones whose name servers it runs; one that several run is signed when all of them do.
    SIGNED_ZONES(
            "signed_zones",
            "zones",
            Party.Kind.DNS_OPERATOR,
            Goal.DANE,
            "It signs the zones of its customers; their MX hosts stay as they are.",
            new Parts("signed", "now", "NOT secure"));

    /// What is to be had by it.
    public enum Goal {
        DANE("DANE is valid", "dane_today", "dane"),
        /// With a policy in mode `enforce`.
        MTA_STS("MTA-STS is enforced", "sts_today", "mta_sts");

        private final String clause;
        private final String today;
        private final String status;

        Goal(String clause, String today, String status) {
            this.clause = clause;
            this.today = today;
            this.status = status;
        }

        /// What is so when it is reached, a clause.
        public String clause() {
            return clause;
        }

        /// The column with the answer of today.
        String today() {
            return today;
        }

        /// The column with the judge's word.
        String status() {
            return status;
        }
    }

    /// What part is played, by columns of table `plays`.
    ///
    /// @param own by what is run by whoever did it
    /// @param others by all else that decides about his domains
    /// @param reaches SQL over domains: which of them it can change anything for
    private record Parts(String own, String others, String reaches) {}

    private final String id;
    private final String title;
    private final Party.Kind who;
    private final Goal goal;
    private final String sentence;
    private final Parts parts;

    Lever(String id, String title, Party.Kind who, Goal goal, String sentence, Parts parts) {
        this.id = id;
        this.title = title;
        this.who = who;
        this.goal = goal;
        this.sentence = sentence;
        this.parts = parts;
    }

    /// Its name in options and JSON.
    public String id() {
        return id;
    }

    /// A few letters over a column.
    public String title() {
        return title;
    }

    /// What is done.
    public String sentence() {
        return sentence;
    }

    /// Who pulls it: providers, or DNS operators.
    public Party.Kind who() {
        return who;
    }

    public Goal goal() {
        return goal;
    }

    /// Those that such parties can pull.
    public static List<Lever> of(Party.Kind who) {
        return Stream.of(values()).filter(lever -> lever.who == who).toList();
    }

    /// The one of this id; empty where there is none.
    public static Optional<Lever> find(String id) {
        return Stream.of(values()).filter(lever -> lever.id.equals(id)).findFirst();
    }

    /// SQL over rows `u` of table `plays`: what they add up to for domains, when the parties for which a condition
    /// holds have done it.
    String parts(String condition) {
        return "bit_or(CASE WHEN %s THEN u.%s ELSE u.%s END) AS %s".formatted(condition, parts.own, parts.others, id);
    }

    /// SQL over domains and what [#parts(String)] gave: the answer for each.
    String answer() {
        return "CASE WHEN %1$s IN ('NO', 'UNMEASURED') AND %2$s THEN answer(%3$s) ELSE %1$s END AS %3$s"
                .formatted(goal.today(), parts.reaches, id);
    }

    /// A piece of SQL for each.
    static String each(List<Lever> levers, Function<Lever, String> piece) {
        return levers.stream().map(piece).collect(Collectors.joining(",\n    "));
    }
}
