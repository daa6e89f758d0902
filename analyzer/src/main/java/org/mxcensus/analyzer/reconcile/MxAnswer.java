package org.mxcensus.analyzer.reconcile;

/// Whether the MX answer must be secure too. Of no account to checks that look at no MX host.
public enum MxAnswer implements Rule {
    SECURE("the MX answer is secure (RFC 7672 §2.2.1)"),
    ANY("the MX answer need not be secure");

    private final String phrase;

    MxAnswer(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String subject() {
        return "mx_answer";
    }

    @Override
    public String phrase() {
        return phrase;
    }
}
