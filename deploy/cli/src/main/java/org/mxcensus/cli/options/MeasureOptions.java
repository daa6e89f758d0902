package org.mxcensus.cli.options;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a crawl measures and judges, in one process or in many.
public final class MeasureOptions {

    @Option(names = "--implicit-mx", description = "Call at the own addresses of unsigned domains without MX too.")
    private boolean implicitMx;

    @Option(
            names = "--hints",
            description = "Ask each domain whether anything lies below _domainkey, _openpgpkey and _smimecert: signs of"
                    + " DKIM, OPENPGPKEY and SMIMEA, for three or four DNS questions a domain.")
    private boolean hints;

    @Mixin
    private final ProbeOptions probes = new ProbeOptions();

    @Mixin
    private final ClearanceOption clearance = new ClearanceOption();

    @Mixin
    private final TrustOption trust = new TrustOption();

    public boolean implicitMx() {
        return implicitMx;
    }

    /// Reserved addresses may be called at, so this is no census of the internet.
    public boolean inLab() {
        return probes.inLab();
    }

    /// @throws org.mxcensus.datasets.store.UserError where something is of no use here
    public ProbeConfig config() {
        return probes.config().withHints(hints);
    }

    /// What of this a reader of the dataset would want to know, once it is clear that strangers may be called at.
    ///
    /// @throws org.mxcensus.datasets.store.UserError where they may not
    public Map<String, String> recorded(ProbeConfig config, Store store, Clock clock) {
        Map<String, String> settings = new TreeMap<>(ProbeOptions.recorded(config));
        settings.put("implicit_mx", String.valueOf(implicitMx));
        clearance.require(config, store, clock).ifPresent(cleared -> settings.put("preflight", cleared));
        return settings;
    }

    /// @throws org.mxcensus.datasets.store.UserError where the file of certificates is of no use
    public TrustRoots roots() {
        return trust.roots();
    }
}
