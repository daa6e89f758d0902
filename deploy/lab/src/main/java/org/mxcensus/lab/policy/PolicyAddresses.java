package org.mxcensus.lab.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.world.PolicyBehaviour;

/// Where policy hosts are. Many share an address, as with real providers: the name in the handshake tells them apart.
public final class PolicyAddresses {

    private static final int SHARED = 8;
    private static final String REFUSING = "127.15.1.1";

    /// Accepts connections and never speaks.
    static final String SILENT = "127.15.1.2";

    private PolicyAddresses() {}

    /// The address of a policy host with this behaviour; empty for one whose name has none.
    public static Optional<String> of(String domain, PolicyBehaviour behaviour) {
        return switch (behaviour) {
            case NO_ADDRESS -> Optional.empty();
            case REFUSED -> Optional.of(REFUSING);
            case SILENT -> Optional.of(SILENT);
            case OK,
                    WRONG_CERTIFICATE,
                    EXPIRED_CERTIFICATE,
                    SELF_SIGNED,
                    UNKNOWN_CA,
                    NO_CHAIN,
                    NO_SAN,
                    HANDSHAKE_FAILED,
                    NOT_HTTP,
                    NOT_FOUND,
                    REDIRECT,
                    SERVER_ERROR,
                    BAD_SYNTAX,
                    WRONG_MEDIA_TYPE,
                    OVERSIZED -> Optional.of(of(domain));
        };
    }

    /// The address that this name shares with others.
    public static String of(String name) {
        return shared(Math.floorMod(name.hashCode(), SHARED));
    }

    /// Every address at which something listens.
    static List<String> listening() {
        List<String> all = new ArrayList<>(List.of(SILENT));
        for (int place = 0; place < SHARED; place++) {
            all.add(shared(place));
        }
        return all;
    }

    private static String shared(int place) {
        return "127.15.0." + (place + 1);
    }
}
