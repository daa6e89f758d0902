package org.mxcensus.dashboard.page;

import java.util.List;

/// A page to read.
///
/// @param title what it is about
/// @param lead what matters most
public record Article(String title, String lead, List<Section> sections) {
    public Article {
        sections = List.copyOf(sections);
    }

    /// A part of it.
    ///
    /// @param title empty where it goes on without one
    /// @param text empty where the tables say it all
    /// @param sheets may be none
    /// @param verbatim commands, or files as they are; empty where there are none
    public record Section(String title, String text, List<Sheet> sheets, String verbatim) {

        static Section of(String title, String text) {
            return new Section(title, text, List.of(), "");
        }

        static Section of(String title, String text, Sheet sheet) {
            return new Section(title, text, List.of(sheet), "");
        }
    }
}
