package org.mxcensus.lab;

import org.mxcensus.lab.dns.DnsCounters;
import org.mxcensus.lab.policy.PolicyCounters;
import org.mxcensus.lab.smtp.SmtpCounters;

/// What clients did, by server. The counters run on as long as the lab.
public record LabCounters(DnsCounters dns, SmtpCounters smtp, PolicyCounters policy) {}
