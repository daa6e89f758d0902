package org.mxcensus.lab.tls;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a client says first (RFC 8446 §4.1.2), as far as a server chooses its certificate by it.
///
/// @param serverName lower case (RFC 6066 §3); empty where the client names none
/// @param suites the cipher suites' numbers
/// @param schemes the signature schemes' numbers (RFC 8446 §4.2.3)
public record ClientHello(Optional<String> serverName, Set<Integer> suites, Set<Integer> schemes) {

    /// A client that says nothing of itself.
    static final ClientHello NOTHING = new ClientHello(Optional.empty(), Set.of(), Set.of());

    private static final int SERVER_NAME = 0;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int VERSION_AND_RANDOM = 34;

    /// ecdsa_secp256r1_sha256, ecdsa_secp384r1_sha384, ecdsa_secp521r1_sha512, ecdsa_sha1.
    private static final Set<Integer> ECDSA = Set.of(0x0403, 0x0503, 0x0603, 0x0203);

    public ClientHello {
        suites = Set.copyOf(suites);
        schemes = Set.copyOf(schemes);
    }

    /// Whether the client takes a certificate with an ECDSA key: the suites of TLS 1.3 leave it open, those before say
    /// it, and so do the schemes where there are any.
    public boolean takesEcdsa() {
        boolean suite = suites.stream().anyMatch(number -> isOfTls13(number) || isOfEcdsa(number));
        return suite && (schemes.isEmpty() || schemes.stream().anyMatch(ECDSA::contains));
    }

    private static boolean isOfTls13(int suite) {
        return suite >> 8 == 0x13;
    }

    /// TLS_ECDHE_ECDSA_* in the registry of cipher suites.
    private static boolean isOfEcdsa(int suite) {
        return suite >= 0xc006 && suite <= 0xc00a
                || suite == 0xc023
                || suite == 0xc024
                || suite == 0xc02b
                || suite == 0xc02c
                || suite >= 0xc0ac && suite <= 0xc0af
                || suite == 0xcca9;
    }

    /// Reads the body of the handshake message; an [IndexOutOfBoundsException] where it breaks off.
    static ClientHello read(ByteBuf message) {
        ByteBuf in = message.slice();
        in.skipBytes(VERSION_AND_RANDOM);
        in.skipBytes(in.readUnsignedByte());
        Set<Integer> suites = numbers(in.readSlice(in.readUnsignedShort()));
        in.skipBytes(in.readUnsignedByte());
        Optional<String> name = Optional.empty();
        Set<Integer> schemes = Set.of();
        ByteBuf extensions = in.isReadable() ? in.readSlice(in.readUnsignedShort()) : in;
        while (extensions.isReadable()) {
            int type = extensions.readUnsignedShort();
            ByteBuf body = extensions.readSlice(extensions.readUnsignedShort());
            switch (type) {
                case SERVER_NAME -> name = Optional.of(name(body));
                case SIGNATURE_ALGORITHMS -> schemes = numbers(body.readSlice(body.readUnsignedShort()));
                default -> {}
            }
        }
        return new ClientHello(name, suites, schemes);
    }

    /// RFC 6066 §3: a list of one host name.
    private static String name(ByteBuf body) {
        body.skipBytes(3);
        return body.readCharSequence(body.readUnsignedShort(), StandardCharsets.US_ASCII)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static Set<Integer> numbers(ByteBuf list) {
        Set<Integer> numbers = new HashSet<>();
        while (list.isReadable()) {
            numbers.add(list.readUnsignedShort());
        }
        return numbers;
    }
}
