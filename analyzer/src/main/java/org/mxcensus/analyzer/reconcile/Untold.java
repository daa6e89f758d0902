package org.mxcensus.analyzer.reconcile;

/// What becomes of a domain some of whose hosts could not be told. Never a NO.
public enum Untold implements Rule {
    /// One host that fails for certain decides, whatever the others are.
    UNLESS_DECIDED("what could not be told counts where nothing else decides"),
    /// As the verdict on a domain does it: before DANE as a whole is told, no host without TLSA decides.
    WHOLE("what could not be told at a host leaves the domain untold");

    private final String phrase;

    Untold(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String subject() {
        return "untold";
    }

    @Override
    public String phrase() {
        return phrase;
    }
}
