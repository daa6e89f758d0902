package org.mxcensus.lab.dns;

import java.time.Instant;
import org.mxcensus.lab.ca.Association;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.ca.LabKeys;
import org.xbill.DNS.Name;

/// What zones are signed with, and what their TLSA records name.
public final class DnsMaterial {

    private final ZoneKeys keys;
    private final Association association;

    /// @param validAt signatures are valid for a year around it
    public DnsMaterial(LabKeys keys, Authority authority, Instant validAt) {
        this.keys = new ZoneKeys(keys, validAt);
        this.association = new Association(authority);
    }

    /// The root's DS and DNSKEY records as text, a line each: what a validator of this world starts from.
    public String trustAnchor() {
        return keys.ds(Name.root) + "\n" + keys.dnskey(Name.root) + "\n";
    }

    ZoneKeys keys() {
        return keys;
    }

    Association association() {
        return association;
    }
}
