package org.mxcensus.lab.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/// Records made from text.
final class Rdata {

    // RFC 1035 §3.3: the length of a character string is one octet.
    private static final int LONGEST_STRING = 255;

    private Rdata() {}

    /// A or AAAA.
    static Record address(Name owner, String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? new AAAARecord(owner, DClass.IN, Ttl.USUAL, address)
                    : new ARecord(owner, DClass.IN, Ttl.USUAL, address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the world let an address through that is none", impossible);
        }
    }

    /// TXT, cut into as many strings as its length asks for.
    static Record text(Name owner, String text) {
        List<String> strings = new ArrayList<>();
        StringBuilder string = new StringBuilder();
        int octets = 0;
        for (int point : text.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_STRING) {
                strings.add(string.toString());
                string.setLength(0);
                octets = 0;
            }
            // dnsjava reads presentation format, where a backslash escapes.
            string.append(point == '\\' ? "\\\\" : character);
            octets += size;
        }
        strings.add(string.toString());
        return new TXTRecord(owner, DClass.IN, Ttl.USUAL, strings);
    }
}
