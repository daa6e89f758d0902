package org.mxcensus.crawler.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A zone made up from a seed, and one of the many ways to write it, from the same seed.
final class ZoneText {
    private static final String APEX = "test";
    private static final String DIGEST = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private final Random random;
    private final SortedMap<String, SortedSet<String>> delegations = new TreeMap<>();
    private final SortedSet<String> signed = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();
    private String origin = APEX;
    private String lastOwner = "";

    private record Line(String owner, String type, String data, boolean isTarget) {}

    ZoneText(long seed) {
        random = new Random(seed);
        var count = 1 + random.nextInt(40);
        for (var i = 0; i < count; i++) {
            var domain = name() + "." + APEX;
            var targets = new TreeSet<String>();
            for (var n = 0; n <= random.nextInt(4); n++) {
                targets.add(random.nextBoolean() ? name() + "." + domain : name() + ".example.org");
            }
            delegations.put(domain, targets);
            if (random.nextInt(4) == 0) {
                signed.add(domain);
            }
        }
        signed.add(delegations.firstKey());
        write();
    }

    /// Name servers by domain.
    SortedMap<String, SortedSet<String>> delegations() {
        return delegations;
    }

    /// The domains with DS records.
    SortedSet<String> signed() {
        return signed;
    }

    String text() {
        return text.toString();
    }

    private String name() {
        var alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-_";
        var name = new StringBuilder();
        for (var i = 0; i <= random.nextInt(20); i++) {
            name.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return name.toString();
    }

    private void write() {
        text.append("$ORIGIN ")
                .append(APEX)
                .append(".\n$TTL ")
                .append(random.nextBoolean() ? "1d" : "86400")
                .append('\n');
        for (var line : lines()) {
            if (random.nextInt(6) == 0) {
                origin = random.nextBoolean() ? APEX : delegations.firstKey();
                text.append(caseOf("$ORIGIN ")).append(caseOf(origin)).append(".\n");
            }
            if (random.nextInt(8) == 0) {
                text.append(random.nextBoolean() ? "\n" : "; a comment (with \"everything\"\n");
            }
            write(line);
        }
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        delegations.forEach(
                (domain, targets) -> targets.forEach(target -> lines.add(new Line(domain, "NS", target, true))));
        for (var domain : signed) {
            lines.add(new Line(domain, "DS", "12345 13 2 " + DIGEST, false));
            lines.add(new Line(domain, "RRSIG", "DS 13 2 3600 20260201000000 20260101000000 1 test. AAAABBBB", false));
        }
        for (var domain : delegations.keySet()) {
            lines.add(new Line("ns." + domain, "A", "192.0.2." + random.nextInt(256), false));
            lines.add(new Line("txt." + domain, "TXT", "\"a ; b ( c\" \"quote \\\" and \\\\\"", false));
            lines.add(new Line("new." + domain, "TYPE65280", "\\# 2 00ff", false));
        }
        lines.add(new Line(APEX, "NS", "ns.example.org", true));
        if (random.nextBoolean()) {
            Collections.shuffle(lines, random);
        }
        var soa = "ns.example.org. hostmaster.example.org. 7 3600 600 2419200 600";
        lines.add(random.nextInt(3) == 0 ? random.nextInt(lines.size()) : 0, new Line(APEX, "SOA", soa, false));
        return lines;
    }

    private void write(Line line) {
        var owner = line.owner.equals(lastOwner) && random.nextBoolean() ? "" : caseOf(relative(line.owner));
        lastOwner = line.owner;
        text.append(owner)
                .append(space())
                .append(fields())
                .append(caseOf(line.type))
                .append(space());
        var data = line.isTarget ? caseOf(relative(line.data)) : line.data;
        text.append(random.nextInt(4) == 0 ? folded(data) : data);
        text.append(random.nextInt(6) == 0 ? " ; a comment" : "").append(random.nextInt(10) == 0 ? "\r\n" : "\n");
    }

    /// The same data in parentheses, over several lines.
    private String folded(String data) {
        var parts = data.startsWith("\"") ? new String[] {data} : data.split(" ");
        return "(" + String.join(random.nextBoolean() ? "\n\t" : " ; comment )\n ", parts) + "\n)";
    }

    /// A time to live and a class, both, one or none, in either order.
    private String fields() {
        var ttl = random.nextBoolean() ? "3600" + space() : "";
        var type = random.nextBoolean() ? caseOf("IN") + space() : "";
        return random.nextBoolean() ? ttl + type : type + ttl;
    }

    private String relative(String name) {
        if (name.equals(origin) && random.nextBoolean()) {
            return "@";
        }
        var isBelow = name.endsWith("." + origin);
        return isBelow && random.nextBoolean() ? name.substring(0, name.length() - origin.length() - 1) : name + ".";
    }

    private String space() {
        return random.nextBoolean() ? " " : random.nextBoolean() ? "\t" : " \t  ";
    }

    private String caseOf(String name) {
        return random.nextInt(3) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }
}
