package org.mxcensus.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

/// Two listeners with TLS, at free ports: one for everybody (`SSL`), one for users with a password (`SASL_SSL`,
/// PLAIN).
///
/// @param keystore the broker's key and certificate, PKCS #12
/// @param password of the keystore and of the key in it
/// @param users names and passwords; printable ASCII without quotes and backslashes
public record TlsListeners(Path keystore, String password, Map<String, String> users) {

    public TlsListeners {
        users = Map.copyOf(users);
        users.forEach((user, word) -> {
            // They become words of a JAAS line, whose quoting is not to be trusted with anything else.
            if (!user.matches("[A-Za-z0-9_.-]+") || !word.matches("[\\x21-\\x7e&&[^\"\\\\]]+")) {
                throw new StartFailure("The name or password of user '%s' has characters that this broker cannot hold."
                        .formatted(user));
            }
        });
    }

    /// Opens the keystore, which Kafka would do too, with less to say.
    ///
    /// @throws StartFailure where it cannot be opened
    void check() {
        if (!Files.isRegularFile(keystore)) {
            throw new StartFailure("There is no keystore %s.".formatted(keystore));
        }
        try {
            KeyStore.getInstance(keystore.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    "The keystore %s cannot be opened (%s); it must be PKCS #12 and fit its password."
                            .formatted(keystore, e.getMessage()),
                    e);
        }
    }

    @Override
    public String toString() {
        return "TlsListeners[keystore=%s, users=%s]".formatted(keystore, users.keySet());
    }
}
