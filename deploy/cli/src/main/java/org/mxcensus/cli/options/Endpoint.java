package org.mxcensus.cli.options;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `127.0.0.1`, `127.0.0.1:53`, `[::1]:53`, `::1` or `localhost:53`. The port of the DNS where none is given.
public final class Endpoint implements ITypeConverter<InetSocketAddress> {
    private static final int DNS = 53;
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::(\\d{1,5}))?");
    private static final Pattern BARE_IPV6 = Pattern.compile("([0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)()");
    private static final Pattern NAME_OR_IPV4 = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    @Override
    public InetSocketAddress convert(String text) {
        return read(text, DNS);
    }

    static InetSocketAddress read(String text, int usualPort) {
        for (Pattern form : new Pattern[] {BRACKETED, BARE_IPV6, NAME_OR_IPV4}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return new InetSocketAddress(address(matcher.group(1)), port(matcher.group(2), usualPort));
            }
        }
        throw new TypeConversionException("'" + text + "' is not HOST or HOST:PORT");
    }

    private static int port(@org.jspecify.annotations.Nullable String digits, int usual) {
        int port = digits == null || digits.isEmpty() ? usual : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new TypeConversionException("there is no port " + port);
        }
        return port;
    }

    static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new TypeConversionException("the host '" + host + "' is not known here");
        }
    }
}
