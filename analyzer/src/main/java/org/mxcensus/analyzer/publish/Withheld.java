package org.mxcensus.analyzer.publish;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;

/// Rows without certain names and addresses.
///
/// A row about such a domain, host or address is left out. Where another row says such a name, be it in the middle of
/// a text, [#PLACEHOLDER] stands in its stead, so that a domain whose MX host is withheld still has one. A certificate
/// that has such a name is left out as a whole, since its bytes cannot be changed.
///
/// @param names whether a name is withheld
/// @param addresses whether an address is withheld
public record Withheld(Predicate<String> names, Predicate<InetAddress> addresses) {
    /// Stands for every name and address that is withheld (RFC 2606 §2).
    public static final String PLACEHOLDER = "withheld.invalid";

    /// A name and all below it.
    ///
    /// @param name in lower case, A-labels
    public static Withheld below(String name) {
        return new Withheld(seen -> seen.equals(name) || seen.endsWith("." + name), _ -> false);
    }

    /// What is left of a row of any table; empty where nothing is.
    public <R extends Record> Optional<R> left(R row) {
        return isAbout(row) ? Optional.empty() : Optional.of(settled(row, without(row)));
    }

    /// Whether a text says what is withheld.
    public boolean isIn(String text) {
        return NamesInText.anyOf(text, this::covers);
    }

    private boolean isAbout(Record row) {
        if (row instanceof CertificateRow certificate) {
            return isIn(new String(certificate.der().getBytes(), StandardCharsets.ISO_8859_1))
                    || RowShape.of(row).cells(row).anyMatch(this::isSaid);
        }
        return hasAddress(row) || RowShape.of(row).cells(row).limit(1).anyMatch(this::isSaid);
    }

    private boolean isSaid(@Nullable Object cell) {
        return switch (cell) {
            case String text -> isIn(text);
            case List<?> list -> list.stream().anyMatch(this::isSaid);
            case null, default -> false;
        };
    }

    private boolean hasAddress(@Nullable Object element) {
        return element instanceof Record row
                && RowShape.of(row)
                        .address(row)
                        .map(InetAddress::ofLiteral)
                        .filter(addresses)
                        .isPresent();
    }

    private <R extends Record> R without(R row) {
        RowShape<R> shape = RowShape.of(row);
        List<@Nullable Object> cells = shape.cells(row).toList();
        List<@Nullable Object> left = new ArrayList<>(cells.size());
        boolean same = true;
        for (Object cell : cells) {
            Object kept = cell(cell);
            same &= kept == cell;
            left.add(kept);
        }
        return same ? row : shape.row(left);
    }

    private @Nullable Object cell(@Nullable Object cell) {
        return switch (cell) {
            case String text -> NamesInText.replaced(text, this::covers, PLACEHOLDER);
            case List<?> list -> list(list);
            case Record row -> without(row);
            case null, default -> cell;
        };
    }

    private List<?> list(List<?> list) {
        List<@Nullable Object> left = new ArrayList<>(list.size());
        boolean same = true;
        for (Object element : list) {
            if (hasAddress(element)) {
                same = false;
            } else {
                Object kept = cell(element);
                same &= kept == element;
                left.add(kept);
            }
        }
        return same ? list : left;
    }

    private boolean covers(String name) {
        return NamesInText.isAddress(name) ? addresses.test(InetAddress.ofLiteral(name)) : names.test(name);
    }

    /// The digest of a set of exchanges would still tell which they were.
    @SuppressWarnings("unchecked")
    private static <R extends Record> R settled(R row, R left) {
        return left instanceof DomainRow domain
                        && row instanceof DomainRow before
                        && !domain.mx().equals(before.mx())
                ? (R) domain.withoutMxsetId()
                : left;
    }
}
