package org.mxcensus.datasets.observation;

import java.util.List;

/// What the server said on the way, as far as it came.
///
/// @param banner the text of the greeting, empty where none came
/// @param ehloName the name that the server gives itself in its EHLO reply, empty where none came
/// @param extensions EHLO keywords with parameters before TLS, in the order sent
/// @param extensionsAfterTls the same after TLS
public record SmtpDialogue(String banner, String ehloName, List<String> extensions, List<String> extensionsAfterTls) {

    /// Nothing was said.
    public static final SmtpDialogue SILENCE = new SmtpDialogue("", "", List.of(), List.of());

    public SmtpDialogue {
        extensions = List.copyOf(extensions);
        extensionsAfterTls = List.copyOf(extensionsAfterTls);
    }
}
