package org.mxcensus.cli.options;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;

/// Reads what [Endpoint] reads; the port of mail servers (RFC 5321 §4.5.4.2) where none is given.
public final class MailEndpoint implements ITypeConverter<InetSocketAddress> {
    private static final int SMTP = 25;

    @Override
    public InetSocketAddress convert(String text) {
        return Endpoint.read(text, SMTP);
    }
}
