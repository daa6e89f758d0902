package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mxcensus.dashboard.query.Parameter;

/// What a reader may choose on a page. The choice stands in the address, so that a link shows the same.
///
/// @param name of the parameter
/// @param label what people call it
/// @param options that there are; empty where it is written freely
/// @param value what was written freely
/// @param several whether more than one may be chosen
public record Control(String name, String label, List<Choice> options, String value, boolean several) {

    /// One of the values that a parameter has.
    ///
    /// @param label what people call the parameter
    /// @param words what people call a value
    static Control choice(Context context, Parameter<?> parameter, String label, UnaryOperator<String> words) {
        return choice(context, parameter, label, parameter.values(), words);
    }

    /// One of some values.
    static Control choice(
            Context context, Parameter<?> parameter, String label, List<String> values, UnaryOperator<String> words) {
        List<String> chosen = List.of(parameter.text(context).split(","));
        return new Control(
                parameter.name(),
                label,
                values.stream()
                        .map(value -> new Choice(words.apply(value), value, chosen.contains(value)))
                        .toList(),
                "",
                false);
    }

    /// One or more of some values.
    static Control several(
            Context context, Parameter<?> parameter, String label, List<String> values, UnaryOperator<String> words) {
        Control one = choice(context, parameter, label, values, words);
        return new Control(one.name(), one.label(), one.options(), "", true);
    }

    /// A text that is written freely.
    static Control text(Context context, Parameter<?> parameter, String label) {
        return new Control(parameter.name(), label, List.of(), parameter.text(context), false);
    }
}
