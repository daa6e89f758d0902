package org.mxcensus.datasets.observation;

import java.util.List;

/// What the server said on the way, as far as it came.
///
/// @param banner the text of the greeting, empty where none came
/// @param ehloName the name that the server gives itself in its EHLO reply, empty where none came
/// @param extensions EHLO keywords with parameters before TLS, in the order sent
/// @param ehloNameAfterTls the name in its EHLO reply after TLS, empty where none came
/// @param extensionsAfterTls the keywords of that reply
/// @param plaintext an excerpt of what came in plain text between the 220 to STARTTLS and TLS, empty where nothing did.
///     Whoever can write there would have his words taken for protected ones by a careless client (RFC 3207 §6).
public record SmtpDialogue(
        String banner,
        String ehloName,
        List<String> extensions,
        String ehloNameAfterTls,
        List<String> extensionsAfterTls,
        String plaintext) {

    /// Nothing was said.
    public static final SmtpDialogue SILENCE = new SmtpDialogue("", "", List.of(), "", List.of(), "");

    public SmtpDialogue {
        extensions = List.copyOf(extensions);
        extensionsAfterTls = List.copyOf(extensionsAfterTls);
    }
}
