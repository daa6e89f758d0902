package org.mxcensus.lab.world;

/// What else a domain publishes, so that a survey of names sees an empty non-terminal.
public enum Hint implements Fixture {
    DKIM("A DKIM key below _domainkey.", "s1._domainkey"),
    OPENPGPKEY("A name below _openpgpkey.", "c93f1e400f26708f98cb19d936620da35eec8f72._openpgpkey"),
    SMIMEA("A name below _smimecert.", "c93f1e400f26708f98cb19d936620da35eec8f72._smimecert");

    private final String description;
    private final String label;

    Hint(String description, String label) {
        this.description = description;
        this.label = label;
    }

    @Override
    public String describe() {
        return description;
    }

    /// The owner name, relative to the domain.
    public String label() {
        return label;
    }
}
