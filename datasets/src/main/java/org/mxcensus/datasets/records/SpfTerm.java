package org.mxcensus.datasets.records;

import java.util.Locale;
import java.util.regex.Pattern;

/// One directive of an SPF record (RFC 7208 §5).
///
/// @param qualifier `+`, `-`, `~` or `?`; `+` where none is written (RFC 7208 §4.6.2)
/// @param mechanism its name in lower case
/// @param argument what follows the name, its `:` or `/` included
record SpfTerm(char qualifier, String mechanism, String argument) {
    // RFC 7208 §5.6
    private static final Pattern IP4_LENGTH = Pattern.compile("0|[1-9]|[12]\\d|3[0-2]");
    private static final Pattern IP6_LENGTH = Pattern.compile("0|[1-9]\\d?|1[01]\\d|12[0-8]");
    private static final Pattern DUAL_LENGTH =
            Pattern.compile("(?<rest>[^/]*(?:/.*[^/\\d])?)(?:/(?<four>\\d+))?(?://(?<six>\\d+))?");

    static SpfTerm of(String text) {
        var qualified = !text.isEmpty() && "+-~?".indexOf(text.charAt(0)) >= 0;
        var rest = qualified ? text.substring(1) : text;
        var end = 0;
        while (end < rest.length() && rest.charAt(end) != ':' && rest.charAt(end) != '/') {
            end++;
        }
        return new SpfTerm(
                qualified ? text.charAt(0) : '+', rest.substring(0, end).toLowerCase(Locale.ROOT), rest.substring(end));
    }

    boolean valid() {
        return switch (mechanism) {
            case "all" -> argument.isEmpty();
            case "include", "exists" -> domain(argument);
            case "ptr" -> argument.isEmpty() || domain(argument);
            case "a", "mx" -> optionalDomainAndLengths();
            case "ip4" -> network('.', IP4_LENGTH);
            case "ip6" -> network(':', IP6_LENGTH);
            default -> false; // RFC 7208 §4.6.1: an unknown mechanism is an error of syntax.
        };
    }

    private static boolean domain(String text) {
        return text.startsWith(":") && SpfMacro.isDomain(text.substring(1));
    }

    /// [ ":" domain-spec ] [ "/" length ] [ "//" length ]; a domain-spec never ends in a slash and digits.
    private boolean optionalDomainAndLengths() {
        var lengths = DUAL_LENGTH.matcher(argument);
        if (!lengths.matches()) {
            return false;
        }
        var four = lengths.group("four");
        var six = lengths.group("six");
        var rest = lengths.group("rest");
        return (four == null || IP4_LENGTH.matcher(four).matches())
                && (six == null || IP6_LENGTH.matcher(six).matches())
                && (rest.isEmpty() || domain(rest));
    }

    private boolean network(char separator, Pattern length) {
        var slash = argument.indexOf('/');
        var address = slash < 0 ? argument : argument.substring(0, slash);
        return address.startsWith(":")
                && (separator == '.' ? IpText.valid4(address.substring(1)) : IpText.valid6(address.substring(1)))
                && (slash < 0 || length.matcher(argument.substring(slash + 1)).matches());
    }
}
