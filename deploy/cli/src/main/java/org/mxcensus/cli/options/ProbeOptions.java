package org.mxcensus.cli.options;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.crawler.crawl.ProbeConfig;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.datasets.names.PublicSuffixes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Everything that decides how a domain is looked at, for a crawl as for a check.
public final class ProbeOptions {

    @Mixin
    private final ResolverOptions resolver = new ResolverOptions();

    @Mixin
    private final MailOptions mail = new MailOptions();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final MannerOptions manners = new MannerOptions();

    @Option(
            names = "--vantage",
            paramLabel = "NAME",
            description = "A name for the place that this is measured from (default: ${DEFAULT-VALUE}).")
    private String vantage = "default";

    /// Reserved addresses may be called at, so this is no census of the internet.
    public boolean inLab() {
        return manners.allowReserved();
    }

    /// @throws org.mxcensus.datasets.store.UserError where something is of no use here
    public ProbeConfig config() {
        RoutingTable routes = manners.routes();
        SmtpConfig smtp = mail.config(inLab(), manners.isHasty());
        return new ProbeConfig(
                resolver.config(inLab()),
                smtp,
                policy.config(manners.isHasty(), smtp.ehloName()),
                manners.pace(),
                manners.retries(),
                inLab(),
                manners.optOut(routes),
                PublicSuffixes.bundled(),
                false,
                vantage,
                routes);
    }

    /// What of this a reader of the dataset would want to know.
    public static Map<String, String> recorded(ProbeConfig config) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("vantage", config.vantage());
        settings.put("trust_ad", String.valueOf(config.resolver().trustAd()));
        settings.put("dns_timeout", config.resolver().timeout().toString());
        settings.put("dns_attempts", String.valueOf(config.resolver().attempts()));
        settings.put("smtp_port", String.valueOf(config.smtp().port()));
        settings.put("ehlo_name", config.smtp().ehloName());
        settings.put("https_port", String.valueOf(config.policyHosts().port()));
        settings.put("allow_reserved", String.valueOf(config.allowReserved()));
        settings.put("pace", config.pace().toString());
        settings.put(
                "retry_after", config.retries().after().map(Duration::toString).orElse("never"));
        settings.put("routes", config.routes().toString());
        settings.put("hints", String.valueOf(config.hints()));
        settings.put("public_suffix_list", config.suffixes().version());
        return settings;
    }
}
