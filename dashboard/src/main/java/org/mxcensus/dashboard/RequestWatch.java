package org.mxcensus.dashboard;

/// Hears what becomes of a dashboard's requests. For use by several threads; must return at once.
public interface RequestWatch {
    /// The route of what none is there for: other methods than GET, and calls that are turned away before a route is
    /// looked for.
    String NO_ROUTE = "none";

    /// Nobody watches.
    RequestWatch NOBODY = new RequestWatch() {
        @Override
        public void began() {}

        @Override
        public void ended(String route, int status, long nanos) {}

        @Override
        public void looked(boolean atHand) {}
    };

    /// A request has come.
    void began();

    /// It has been answered, or its client has gone.
    ///
    /// @param route as it stands in the table of routes, such as `/tld/{tld}`; never the
    ///     address that was asked for, of which strangers can invent any number
    /// @param status of HTTP
    /// @param nanos how long that took, until the last byte was handed to the system
    void ended(String route, int status, long nanos);

    /// A response was looked for among those that are kept.
    ///
    /// @param atHand whether it was there; else it is made
    void looked(boolean atHand);
}
