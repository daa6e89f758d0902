package org.mxcensus.dashboard.page;

import java.util.List;

/// A chart, with the table that shows the same numbers, where they come from, and how to take it along.
///
/// @param kind how it is drawn: a function of `charts.js`
/// @param title what is measured
/// @param subtitle the definition, and what a share is a share of
/// @param data the address of its data, as JSON
/// @param csv the address of the same data, as CSV
/// @param sheet the same numbers as a table
/// @param fixed the page that shows it again as it is, now and later
/// @param live the page that shows the same of the crawls that there are then
/// @param notes what its lines count
/// @param marks what happened while it was measured
/// @param sql how the numbers are asked for
public record Chart(
        String kind,
        String title,
        String subtitle,
        String data,
        String csv,
        Sheet sheet,
        Address fixed,
        Address live,
        List<Note> notes,
        List<Mark> marks,
        String sql) {

    /// The parameter that says which chart of a page is meant.
    static final String FIGURE = "figure";

    /// What a line counts.
    public record Note(String title, String sentence) {}

    /// Something that happened.
    ///
    /// @param date a day
    /// @param kind `world`, or `method` for what we changed
    /// @param shown the day or month as it is known
    public record Mark(String date, String kind, String shown, String what, String source) {

        /// The source is a page elsewhere, and not a file of the dataset.
        public boolean elsewhere() {
            return source.startsWith("https://") || source.startsWith("http://");
        }
    }

    /// Where it stands on a page, as it is now and later.
    public String address() {
        return fixed.toString();
    }

    /// The same chart for ever, without all around it, for other pages to embed.
    public String embedded() {
        return embedded(fixed);
    }

    /// The same of the newest crawl.
    public String embeddedLive() {
        return embedded(live);
    }

    private String embedded(Address page) {
        return page.at("/embed" + page.path()).with(FIGURE, kind).toString();
    }
}
