package org.mxcensus.dashboard.page;

import java.util.List;

/// A page about one question: what can be chosen, charts, tables.
///
/// @param title the question
/// @param lead the answer, in a sentence or two
/// @param notices what a reader must know before he believes it
/// @param controls what can be chosen
public record Topic(
        String title,
        String lead,
        List<String> notices,
        List<Control> controls,
        List<Chart> charts,
        List<Sheet> sheets) {
    public Topic {
        notices = List.copyOf(notices);
        controls = List.copyOf(controls);
        charts = List.copyOf(charts);
        sheets = List.copyOf(sheets);
    }
}
