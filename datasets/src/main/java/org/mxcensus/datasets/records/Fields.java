package org.mxcensus.datasets.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.RecordOutcome;

/// The grammar that MTA-STS and TLSRPT records share: a version, then `name=value` fields between semicolons
/// (RFC 8461 §3.1, RFC 8460 §3).
///
/// @param version the version field, without its semicolon; compared with its case
record Fields(String version) {
    // field-delim = *WSP ";" *WSP. What is before the semicolon is taken away afterwards: a pattern of both would go
    // through
    // a run of blanks again from each of them, of which a record may have 60,000.
    private static final Pattern DELIMITER = Pattern.compile(";[ \\t]*");
    // ext-name = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.\\-]{0,31}");
    // ext-value = 1*(%x21-3A / %x3C / %x3E-7E): no "=", no ";", no space, no controls
    private static final Pattern VALUE = Pattern.compile("[!-:<>-~]+");

    record Field(String name, String value) {}

    /// Picks the record.
    ///
    /// @param parse makes the outcome of the text of the one candidate
    <T> RecordOutcome<T> select(List<String> texts, Function<String, RecordOutcome<T>> parse) {
        if (texts.size() == 1 && spacedVersion(texts.getFirst())) {
            // The ABNF lets whitespace stand before the semicolon; the rule of the exact prefix is for several records.
            return parse.apply(texts.getFirst());
        }
        return Selection.exactlyOne(texts, text -> text.startsWith(version + ";"), parse);
    }

    private boolean spacedVersion(String text) {
        return text.startsWith(version)
                && text.substring(version.length()).stripLeading().startsWith(";");
    }

    /// The fields after the version; the final delimiter is optional.
    List<String> after(String text) {
        var fields = DELIMITER.split(text, -1);
        for (var i = 0; i < fields.length - 1; i++) {
            fields[i] = withoutBlanksBehind(fields[i]);
        }
        var end = fields[fields.length - 1].isEmpty() ? fields.length - 1 : fields.length;
        return List.of(fields).subList(1, Math.max(end, 1));
    }

    private static String withoutBlanksBehind(String field) {
        var end = field.length();
        while (end > 0 && (field.charAt(end - 1) == ' ' || field.charAt(end - 1) == '\t')) {
            end--;
        }
        return field.substring(0, end);
    }

    /// Name and value at the first `=`, where the name has the form of one.
    static Optional<Field> split(String field) {
        var equals = field.indexOf('=');
        if (equals < 0 || !NAME.matcher(field.substring(0, equals)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Field(field.substring(0, equals), field.substring(equals + 1)));
    }

    /// Whether this is an extension that a parser must accept and ignore.
    static boolean extension(Field field) {
        return VALUE.matcher(field.value()).matches();
    }
}
