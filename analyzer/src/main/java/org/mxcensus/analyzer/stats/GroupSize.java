package org.mxcensus.analyzer.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mxcensus.analyzer.warehouse.Question;
import org.mxcensus.analyzer.warehouse.Warehouse;

/// How large a group is that figures are about.
///
/// @param domains how many it has
/// @param mail how many of them accept mail, which most figures are about
public record GroupSize(Scope scope, long domains, long mail) {

    /// All groups of one crawl.
    ///
    /// @param relation a table `adoption`, which may be of an earlier version
    public static List<GroupSize> of(Warehouse warehouse, String relation) {
        Set<String> present = warehouse.columns(relation);
        return warehouse.ask(
                Question.named(GroupSize.class, "group_sizes")
                        .piece("keys", Grouping.all(present))
                        .piece("groups", relation)
                        .build(),
                GroupSize::read);
    }

    private static GroupSize read(ResultSet row) throws SQLException {
        return new GroupSize(Grouping.scopeOf(row), row.getLong("domains"), row.getLong("mail"));
    }
}
