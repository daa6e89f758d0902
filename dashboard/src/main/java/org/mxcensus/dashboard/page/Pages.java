package org.mxcensus.dashboard.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.HashMap;
import java.util.Map;
import org.mxcensus.dashboard.census.Absence;

/// Renders templates that were compiled into the program; nothing is compiled while it runs.
public final class Pages {
    // Html: every value is escaped for the place where it stands, element, attribute or address.
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    public Pages(Frames frames) {
        this.frames = frames;
    }

    /// Answers with a page.
    ///
    /// @param template such as `overview.jte`
    /// @param content the template's parameters by name, but for the frame
    void show(Context context, String template, Map<String, ?> content) {
        render(context, template, frames.make("", origin(context)), content);
    }

    /// Answers with a page whose search box holds a text.
    void show(Context context, String template, String query, Map<String, ?> content) {
        render(context, template, frames.make(query, origin(context)), content);
    }

    /// Answers with one sentence and the command that helps.
    public void empty(Context context, Absence absence) {
        render(context, "empty.jte", frames.bare(), Map.of("absence", absence));
    }

    /// Answers with a title and one sentence.
    public void problem(Context context, String title, String sentence) {
        render(context, "problem.jte", frames.bare(), Map.of("title", title, "sentence", sentence));
    }

    private static String origin(Context context) {
        return context.scheme() + "://" + context.host();
    }

    private void render(Context context, String template, Frame frame, Map<String, ?> content) {
        Map<String, Object> parameters = new HashMap<>(content);
        parameters.put("frame", frame);
        StringOutput out = new StringOutput();
        engine.render(template, parameters, out);
        context.header(Header.VARY, Header.ACCEPT_LANGUAGE).html(out.toString());
    }
}
