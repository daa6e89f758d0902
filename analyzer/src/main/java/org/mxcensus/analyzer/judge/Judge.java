package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mxcensus.analyzer.provider.Providers;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.schema.DomainVerdictRow;

/// Turns what was seen into verdicts. Pure, and safe for use by several threads.
///
/// First every MX host is judged once, then every domain over its hosts.
public final class Judge {

    /// Version of the judges: verdicts of different versions may differ for the same evidence.
    public static final String VERSION = "8";

    private final Chains chains;
    private final Providers providers;
    private final Reach reach;
    private final Client client;
    private final Previous previous;

    /// A judge of what our own client saw.
    ///
    /// @param roots what chains must lead to
    /// @param providers who receives mail
    /// @param reach which address families the place of observation reached
    /// @param previous what the crawl before saw
    public Judge(TrustRoots roots, Providers providers, Reach reach, Previous previous) {
        this(roots, providers, reach, Client.OURS, previous);
    }

    /// The same of what another client saw.
    public Judge(TrustRoots roots, Providers providers, Reach reach, Client client, Previous previous) {
        this.chains = new Chains(roots);
        this.providers = providers;
        this.reach = reach;
        this.client = client;
        this.previous = previous;
    }

    /// Judges an MX host over all its addresses.
    ///
    /// @param seen the dialogue with each address
    public HostJudgement judgeHost(HostObservation host, List<SmtpObservation> seen, Certificates certificates) {
        return new HostJudge(host, chains, reach, client, certificates, previous).judge(seen, providers);
    }

    /// Judges a domain over all its MX hosts.
    ///
    /// @param hosts the judgement of a host; empty where the host was not seen, which leaves it unmeasured
    /// @param certificates those of its policy host
    public DomainVerdictRow judgeDomain(
            DomainObservation domain, Function<String, Optional<HostJudgement>> hosts, Certificates certificates) {
        return domains(hosts, certificates).judge(domain);
    }

    /// A judge for many domains that share hosts, with the same verdicts as [#judgeDomain].
    public DomainJudge domains(Function<String, Optional<HostJudgement>> hosts, Certificates certificates) {
        return new DomainJudge(chains, certificates, providers, hosts, previous);
    }
}
