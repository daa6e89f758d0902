package org.mxcensus.cli.census;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.OutageTally;
import org.mxcensus.analyzer.transition.RollOverTally;
import org.mxcensus.cli.terminal.Figures;
import org.mxcensus.cli.terminal.Style;

/// Outages and roll-overs, as a person or a program reads them.
public record OutageLines(Style style) {
    private static final String LINE = "  %-24s%10s%10s%10s%10s   %s";
    private static final String ROLL_OVERS = "  %-10s to %-10s%10s%10s%10s%10s%12s";

    /// @param tallies all, then by cause
    public List<String> of(Mechanism mechanism, List<OutageTally> tallies) {
        if (tallies.isEmpty()) {
            return List.of(style.bold("%s: no outage was seen.".formatted(mechanism.title())));
        }
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("%s: outages, and the median days of those that were seen to begin and to be repaired."
                .formatted(mechanism.title())));
        lines.add(style.faint(LINE.formatted("cause", "outages", "repaired", "withdrawn", "open", "days")));
        tallies.forEach(tally -> lines.add(LINE.formatted(
                tally.all() ? "all" : tally.cause().orElse("(not noted)"),
                Figures.count(tally.outages()),
                Figures.count(tally.repaired()),
                Figures.count(tally.withdrawn()),
                Figures.count(tally.open()),
                tally.followed() == 0
                        ? "-"
                        : "%d to %d (of %s)"
                                .formatted(tally.shortest(), tally.longest(), Figures.count(tally.followed())))));
        return lines;
    }

    /// The same, one object a line.
    public List<String> json(Mechanism mechanism, List<OutageTally> tallies) {
        return tallies.stream()
                .map(tally -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    object.put("mechanism", mechanism.id());
                    object.put("all", tally.all());
                    object.put("cause", tally.cause().orElse(null));
                    object.put("outages", tally.outages());
                    object.put("begun", tally.begun());
                    object.put("repaired", tally.repaired());
                    object.put("withdrawn", tally.withdrawn());
                    object.put("open", tally.open());
                    object.put("followed", tally.followed());
                    object.put("shortest_days", tally.shortest());
                    object.put("longest_days", tally.longest());
                    return object.toString();
                })
                .toList();
    }

    /// @param tallies of each two crawls
    public List<String> rollOvers(List<RollOverTally> tallies) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("New certificates at MX hosts where DANE was valid, and what came of them."));
        lines.add(style.faint(ROLL_OVERS.formatted("from", "", "hosts", "valid", "failed", "withdrawn", "unmeasured")));
        tallies.forEach(tally -> lines.add(ROLL_OVERS.formatted(
                tally.before(),
                tally.after(),
                Figures.count(tally.hosts()),
                Figures.count(tally.sound()),
                Figures.count(tally.failed()),
                Figures.count(tally.withdrawn()),
                Figures.count(tally.unmeasured()))));
        return lines;
    }

    /// The same, one object a line.
    public List<String> rollOversAsJson(List<RollOverTally> tallies) {
        return tallies.stream()
                .map(tally -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    object.put("before", tally.before().toString());
                    object.put("after", tally.after().toString());
                    object.put("hosts", tally.hosts());
                    object.put("valid", tally.sound());
                    object.put("failed", tally.failed());
                    object.put("withdrawn", tally.withdrawn());
                    object.put("unmeasured", tally.unmeasured());
                    return object.toString();
                })
                .toList();
    }
}
