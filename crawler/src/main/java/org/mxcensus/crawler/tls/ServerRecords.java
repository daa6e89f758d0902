package org.mxcensus.crawler.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens the records in which a TLS 1.3 server's handshake goes on (RFC 8446 §5.2), one after the other.
final class ServerRecords {

    private static final int HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] iv;
    private final boolean gcm;
    private long sequence;

    /// @param suite the IANA name of a TLS 1.3 suite
    /// @param secret the server's handshake traffic secret
    ServerRecords(String suite, byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(suite.endsWith("SHA384") ? "HmacSHA384" : "HmacSHA256");
        mac.init(new SecretKeySpec(secret, "secret"));
        gcm = suite.contains("_GCM_");
        int keyLength = suite.contains("_AES_128_") ? 16 : 32;
        key = new SecretKeySpec(expand(mac, "key", keyLength), gcm ? "AES" : "ChaCha20");
        iv = expand(mac, "iv", NONCE);
        cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
    }

    /// HKDF-Expand-Label (RFC 8446 §7.1) with no context; one block of HKDF-Expand (RFC 5869 §2.3) is enough.
    private static byte[] expand(Mac mac, String label, int length) {
        byte[] full = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        mac.update((byte) 0);
        mac.update((byte) length);
        mac.update((byte) full.length);
        mac.update(full);
        mac.update((byte) 0);
        mac.update((byte) 1);
        return Arrays.copyOf(mac.doFinal(), length);
    }

    /// @param messages takes the handshake bytes in it, if that is what the record has
    void open(byte[] bytes, int offset, int length, ByteBuffer messages) throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, key, nonce());
        cipher.updateAAD(bytes, offset, HEADER);
        byte[] inner = cipher.doFinal(bytes, offset + HEADER, length);
        sequence++;
        int end = inner.length;
        while (end > 0 && inner[end - 1] == 0) {
            end--;
        }
        if (end > 0 && inner[end - 1] == HANDSHAKE) {
            messages.put(inner, 0, end - 1);
        }
    }

    // RFC 8446 §5.3.
    private AlgorithmParameterSpec nonce() {
        byte[] nonce = iv.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (sequence >>> (8 * i));
        }
        return gcm ? new GCMParameterSpec(TAG_BITS, nonce) : new IvParameterSpec(nonce);
    }
}
