package org.mxcensus.analyzer.judge;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mxcensus.datasets.schema.TrustFault;

/// Looks for a path from a leaf to a root among what a server sent (RFC 4158 §2).
///
/// What strangers send may hold any number of ways: certificates that all issue each other. So ways are followed by
/// name, never twice through one key under one name (RFC 4158 §5.2), and there is an end to trying.
final class PathSearch {
    /// Certificates below the root, as OpenSSL has it, by which most mail servers judge.
    private static final int DEEPEST = 100;

    private static final int MOST_STEPS = 2_000;
    private static final int MOST_TRIED = 32;

    /// @param certificates from the leaf to the one that the anchor issued
    record Path(List<X509Certificate> certificates, TrustAnchor anchor) {}

    private final Chain.Parsed chain;
    private final TrustRoots roots;
    private final Function<Path, Optional<TrustFault>> check;
    private final Deque<X509Certificate> below = new ArrayDeque<>();
    private final boolean succeeds;
    private Optional<TrustFault> fault = Optional.empty();
    private int steps;
    private int tried;

    /// @param check what is wrong with a path; empty where nothing is
    PathSearch(Chain.Parsed chain, TrustRoots roots, Function<Path, Optional<TrustFault>> check) {
        this.chain = chain;
        this.roots = roots;
        this.check = check;
        this.succeeds = leads(chain.leaf());
    }

    /// Whether there is a path with which nothing is wrong.
    boolean succeeds() {
        return succeeds;
    }

    /// What is wrong with the first path that was found; empty where none leads to a root.
    Optional<TrustFault> fault() {
        return fault;
    }

    private boolean leads(X509Certificate certificate) {
        if (++steps > MOST_STEPS || below.size() == DEEPEST) {
            return false;
        }
        below.addLast(certificate);
        boolean found = endsHere(certificate) || goesOn(certificate);
        below.removeLast();
        return found;
    }

    private boolean endsHere(X509Certificate certificate) {
        for (TrustAnchor anchor : roots.named(certificate.getIssuerX500Principal())) {
            if (++tried > MOST_TRIED) {
                return false;
            }
            Optional<TrustFault> wrong = check.apply(new Path(new ArrayList<>(below), anchor));
            if (wrong.isEmpty()) {
                return true;
            }
            fault = fault.or(() -> wrong);
        }
        return false;
    }

    private boolean goesOn(X509Certificate certificate) {
        return chain.others().stream()
                .filter(other -> other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(other -> below.stream().noneMatch(one -> isSameAuthority(one, other)))
                .anyMatch(this::leads);
    }

    private static boolean isSameAuthority(X509Certificate one, X509Certificate other) {
        return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
                && one.getPublicKey().equals(other.getPublicKey());
    }
}
